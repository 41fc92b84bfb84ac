package dev.drover.scheduler.adapter.akka;

import akka.Done;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.drover.schema.kafka.ZoneLayout;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A node's guardian: keeps one {@link ZoneActor} for each zone that is this node's. */
public final class NodeActor extends AbstractBehavior<NodeActor.Message> {
    /** What it hears. */
    public sealed interface Message {}

    /** The zone is this node's. */
    public record Own(ZoneLayout zone) implements Message {}

    /** The zone is not this node's any more; answers when nothing more will be written for it. */
    public record Release(ZoneLayout zone, ActorRef<Done> replyTo) implements Message {}

    private record Stopped(ZoneLayout zone) implements Message {}

    private final Function<ZoneLayout, Behavior<ZoneActor.Message>> zoneActor;
    private final Map<ZoneLayout, ActorRef<ZoneActor.Message>> owned = new HashMap<>();
    private final Map<ZoneLayout, ActorRef<Done>> releasing = new HashMap<>();

    /** Given back while their last owner here was still letting go. */
    private final Set<ZoneLayout> returning = new HashSet<>();

    private NodeActor(ActorContext<Message> context, Function<ZoneLayout, Behavior<ZoneActor.Message>> zoneActor) {
        super(context);
        this.zoneActor = zoneActor;
    }

    /** {@code zoneActor} makes the actor of a zone. */
    public static Behavior<Message> create(Function<ZoneLayout, Behavior<ZoneActor.Message>> zoneActor) {
        return Behaviors.setup(context -> new NodeActor(context, zoneActor));
    }

    @Override
    public Receive<Message> createReceive() {
        return newReceiveBuilder()
                .onMessage(Own.class, this::own)
                .onMessage(Release.class, this::release)
                .onMessage(Stopped.class, this::stopped)
                .build();
    }

    private Behavior<Message> own(Own message) {
        if (releasing.containsKey(message.zone())) {
            returning.add(message.zone());
        } else {
            owned.computeIfAbsent(message.zone(), this::begin);
        }
        return this;
    }

    private ActorRef<ZoneActor.Message> begin(ZoneLayout zone) {
        ActorRef<ZoneActor.Message> actor =
                getContext().spawnAnonymous(zoneActor.apply(zone), DispatcherSelector.fromConfig(ZoneActor.DISPATCHER));
        getContext().watchWith(actor, new Stopped(zone));
        return actor;
    }

    private Behavior<Message> release(Release message) {
        ActorRef<ZoneActor.Message> actor = owned.get(message.zone());
        returning.remove(message.zone());
        if (actor == null) {
            message.replyTo().tell(Done.done());
        } else {
            releasing.put(message.zone(), message.replyTo());
            actor.tell(ZoneActor.Stop.NOW);
        }
        return this;
    }

    private Behavior<Message> stopped(Stopped message) {
        owned.remove(message.zone());
        ActorRef<Done> waiting = releasing.remove(message.zone());
        if (waiting != null) {
            waiting.tell(Done.done());
        }
        return returning.remove(message.zone()) ? own(new Own(message.zone())) : this;
    }
}
