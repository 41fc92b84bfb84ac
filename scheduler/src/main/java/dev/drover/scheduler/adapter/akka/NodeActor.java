package dev.drover.scheduler.adapter.akka;

import akka.Done;
import akka.actor.Cancellable;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.drover.schema.kafka.ZoneLayout;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A node's guardian: keeps one {@link ZoneActor} for each zone that is this node's. An actor that ends by itself is
 * followed by another after a pause that grows; the other zones do not notice.
 */
public final class NodeActor extends AbstractBehavior<NodeActor.Message> {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Who lived as long as this has recovered from what came before. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final int DOUBLINGS = 10;

    /** What it hears. */
    public sealed interface Message {}

    /** The zone is this node's. */
    public record Own(ZoneLayout zone) implements Message {}

    /** The zone is not this node's any more; answers when nothing more will be written for it. */
    public record Release(ZoneLayout zone, ActorRef<Done> replyTo) implements Message {}

    private record Stopped(ZoneLayout zone) implements Message {}

    private record PauseOver(ZoneLayout zone) implements Message {}

    private final Function<ZoneLayout, Behavior<ZoneActor.Message>> zoneActor;
    private final Duration pause;
    private final Map<ZoneLayout, Tenure> zones = new HashMap<>();

    private NodeActor(
            ActorContext<Message> context,
            Function<ZoneLayout, Behavior<ZoneActor.Message>> zoneActor,
            Duration pause) {
        super(context);
        this.zoneActor = zoneActor;
        this.pause = pause;
    }

    /** {@code zoneActor} makes the actor of a zone. */
    public static Behavior<Message> create(Function<ZoneLayout, Behavior<ZoneActor.Message>> zoneActor) {
        return create(zoneActor, FIRST_PAUSE);
    }

    /** {@code pause} is waited after the first actor that ends by itself. */
    static Behavior<Message> create(Function<ZoneLayout, Behavior<ZoneActor.Message>> zoneActor, Duration pause) {
        return Behaviors.setup(context -> new NodeActor(context, zoneActor, pause));
    }

    @Override
    public Receive<Message> createReceive() {
        return newReceiveBuilder()
                .onMessage(Own.class, message -> own(message.zone()))
                .onMessage(Release.class, this::release)
                .onMessage(Stopped.class, message -> stopped(message.zone()))
                .onMessage(PauseOver.class, message -> pauseOver(message.zone()))
                .build();
    }

    private Behavior<Message> own(ZoneLayout zone) {
        Optional<Tenure> before = tenure(zone);
        if (before.isEmpty()) {
            begin(zone, 0);
        } else if (before.get() instanceof Tenure.Leaving leaving) {
            zones.put(zone, new Tenure.Leaving(leaving.waiting(), true));
        }
        return this;
    }

    private void begin(ZoneLayout zone, int failures) {
        ActorRef<ZoneActor.Message> actor = getContext()
                .spawnAnonymous(
                        Contained.of(() -> zoneActor.apply(zone)), DispatcherSelector.fromConfig(ZoneActor.DISPATCHER));
        getContext().watchWith(actor, new Stopped(zone));
        zones.put(zone, new Tenure.Running(actor, failures, System.nanoTime()));
    }

    private Behavior<Message> release(Release message) {
        ZoneLayout zone = message.zone();
        switch (zones.get(zone)) {
            case null -> message.replyTo().tell(Done.done());
            case Tenure.Running running -> {
                running.actor().tell(ZoneActor.Stop.NOW);
                zones.put(zone, new Tenure.Leaving(List.of(message.replyTo()), false));
            }
            case Tenure.Pausing pausing -> {
                pausing.end().cancel();
                zones.remove(zone);
                message.replyTo().tell(Done.done());
            }
            case Tenure.Leaving leaving -> {
                List<ActorRef<Done>> waiting = Stream.concat(leaving.waiting().stream(), Stream.of(message.replyTo()))
                        .toList();
                zones.put(zone, new Tenure.Leaving(waiting, false));
            }
        }
        return this;
    }

    private Behavior<Message> stopped(ZoneLayout zone) {
        switch (tenure(zone).orElseThrow()) {
            case Tenure.Running failed -> pause(zone, failed);
            case Tenure.Leaving leaving -> {
                zones.remove(zone);
                leaving.waiting().forEach(one -> one.tell(Done.done()));
                if (leaving.returning()) {
                    begin(zone, 0);
                }
            }
            case Tenure.Pausing pausing -> throw new IllegalStateException("no actor of " + zone + " was running");
        }
        return this;
    }

    private void pause(ZoneLayout zone, Tenure.Running failed) {
        boolean recovered = System.nanoTime() - failed.sinceNanos() > LONGEST_PAUSE.toNanos();
        int failures = recovered ? 1 : failed.failures() + 1;
        Duration grown = pause.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        Duration wait = grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
        getContext()
                .getLog()
                .error(
                        "zone {} has stopped by itself, {} time(s) in a row; it is begun anew in {} ms, other zones"
                                + " go on",
                        zone.zone(),
                        failures,
                        wait.toMillis());
        Cancellable end = getContext().scheduleOnce(wait, getContext().getSelf(), new PauseOver(zone));
        zones.put(zone, new Tenure.Pausing(end, failures));
    }

    private Behavior<Message> pauseOver(ZoneLayout zone) {
        if (zones.get(zone) instanceof Tenure.Pausing pausing) {
            begin(zone, pausing.failures());
        }
        return this;
    }

    private Optional<Tenure> tenure(ZoneLayout zone) {
        return Optional.ofNullable(zones.get(zone));
    }
}
