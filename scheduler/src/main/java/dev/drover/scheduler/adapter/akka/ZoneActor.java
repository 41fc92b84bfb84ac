package dev.drover.scheduler.adapter.akka;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.drover.scheduler.engine.ZoneOwner;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Gives a {@link ZoneOwner} its turns by sending itself a message a turn, so that a stop is heard between two turns, or
 * in the middle of a pause. The owner blocks on its log, hence a thread of its own.
 */
public final class ZoneActor extends AbstractBehavior<ZoneActor.Message> {
    /** Where it runs: see {@code drover-scheduler.conf}. */
    static final String DISPATCHER = "drover.zone-dispatcher";

    /** What it hears. */
    public sealed interface Message {}

    /** Stop after this turn. */
    public enum Stop implements Message {
        /** The only one. */
        NOW
    }

    private enum Turn implements Message {
        NEXT
    }

    private final ZoneOwner owner;

    private ZoneActor(ActorContext<Message> context, ZoneOwner owner) {
        super(context);
        this.owner = owner;
        context.getSelf().tell(Turn.NEXT);
    }

    /** Owns a zone by {@code owner}, which is made at its start, until it is told to stop. */
    public static Behavior<Message> create(Supplier<ZoneOwner> owner) {
        return Behaviors.setup(context -> new ZoneActor(context, owner.get()));
    }

    @Override
    public Receive<Message> createReceive() {
        return newReceiveBuilder()
                .onMessageEquals(Turn.NEXT, this::turn)
                .onMessageEquals(Stop.NOW, Behaviors::stopped)
                .onSignal(PostStop.class, signal -> closed())
                .build();
    }

    private Behavior<Message> turn() {
        Duration pause = owner.turn();
        if (pause.isZero()) {
            getContext().getSelf().tell(Turn.NEXT);
        } else {
            getContext().scheduleOnce(pause, getContext().getSelf(), Turn.NEXT);
        }
        return this;
    }

    private Behavior<Message> closed() {
        owner.close();
        return this;
    }
}
