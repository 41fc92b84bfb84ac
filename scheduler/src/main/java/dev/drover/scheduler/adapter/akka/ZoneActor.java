package dev.drover.scheduler.adapter.akka;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.PreRestart;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.drover.scheduler.engine.StepResult;
import dev.drover.scheduler.engine.ZoneEngine;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.schema.id.ZoneId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Owns a zone while this node does: takes over, then turns the engine's loop by sending itself a message a turn, so
 * that a stop is heard between two turns. The loop blocks on the log, hence a thread of its own. Whatever goes wrong
 * ends in taking over anew, after a pause that grows.
 */
public final class ZoneActor extends AbstractBehavior<ZoneActor.Message> {
    /** Where it runs: see {@code drover-scheduler.conf}. */
    static final String DISPATCHER = "drover.zone-dispatcher";

    private static final Duration WAIT = Duration.ofMillis(20);

    /** A rebalance takes a while; trying all the time would only load the broker. */
    private static final Duration RETRY = Duration.ofMillis(50);

    /** A stop is heard only after the pause, so this is also how long a release may have to wait. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** What it hears. */
    public sealed interface Message {}

    /** Stop after this turn. */
    public enum Stop implements Message {
        /** The only one. */
        NOW
    }

    private enum Turn implements Message {
        TAKE_OVER,
        STEP
    }

    /** The log in use, and the engine that uses it. */
    private record Ownership(ZoneLog log, ZoneEngine engine) {}

    private final ZoneId zone;
    private final Supplier<ZoneLog> open;
    private final Function<ZoneLog, ZoneEngine> engine;
    private Optional<Ownership> ownership = Optional.empty();

    private ZoneActor(
            ActorContext<Message> context, ZoneId zone, Supplier<ZoneLog> open, Function<ZoneLog, ZoneEngine> engine) {
        super(context);
        this.zone = zone;
        this.open = open;
        this.engine = engine;
        context.getSelf().tell(Turn.TAKE_OVER);
    }

    /**
     * Opens a log of its own at every start. {@code pause} is what it waits after the first failure: long enough to be
     * told that the zone is another's by now, since taking it over anew would shut that other one out.
     */
    public static Behavior<Message> create(
            ZoneId zone, Supplier<ZoneLog> open, Function<ZoneLog, ZoneEngine> engine, Duration pause) {
        return Behaviors.<Message>supervise(Behaviors.setup(context -> new ZoneActor(context, zone, open, engine)))
                .onFailure(SupervisorStrategy.restartWithBackoff(pause, LONGEST_PAUSE, 0.2));
    }

    @Override
    public Receive<Message> createReceive() {
        return newReceiveBuilder()
                .onMessageEquals(Turn.TAKE_OVER, this::takeOver)
                .onMessageEquals(Turn.STEP, this::step)
                .onMessageEquals(Stop.NOW, Behaviors::stopped)
                .onSignal(PreRestart.class, signal -> closed())
                .onSignal(PostStop.class, signal -> closed())
                .build();
    }

    /** Opens the log only now: a stop that came during the pause is heard first, and then nothing is to be closed. */
    private Behavior<Message> takeOver() {
        ZoneLog log = open.get();
        Ownership begun = new Ownership(log, engine.apply(log));
        ownership = Optional.of(begun);
        return switch (begun.engine().takeOver(Optional.empty())) {
            case StepResult.Advanced advanced -> {
                getContext()
                        .getLog()
                        .info(
                                "zone {} is ours, epoch {}, {} events",
                                zone,
                                begun.engine().state().epoch().value(),
                                begun.engine().state().events());
                yield again(Turn.STEP);
            }
            case StepResult.Retrying(String why) -> throw new ZoneLostException(why);
            case StepResult.Lost(String why) -> throw new ZoneLostException(why);
            case StepResult.Idle idle -> throw new ZoneLostException("a takeover wrote nothing");
        };
    }

    private Behavior<Message> step() {
        return switch (ownership.orElseThrow().engine().step(WAIT)) {
            case StepResult.Idle idle -> again(Turn.STEP);
            case StepResult.Advanced advanced -> again(Turn.STEP);
            case StepResult.Retrying(String why) -> {
                getContext().getLog().info("zone {} tries again: {}", zone, why);
                getContext().scheduleOnce(RETRY, getContext().getSelf(), Turn.STEP);
                yield this;
            }
            case StepResult.Lost(String why) -> throw new ZoneLostException(why);
        };
    }

    private Behavior<Message> again(Turn turn) {
        getContext().getSelf().tell(turn);
        return this;
    }

    private Behavior<Message> closed() {
        ownership.ifPresent(ended -> ended.log().close());
        ownership = Optional.empty();
        return this;
    }

    /** The zone must be loaded anew; the supervisor does it. Nothing is wrong with the code, hence no stack trace. */
    private static final class ZoneLostException extends RuntimeException {
        ZoneLostException(String why) {
            super(why, null, false, false);
        }
    }
}
