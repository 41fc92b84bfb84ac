package dev.drover.scheduler.engine;

import dev.drover.scheduler.engine.ZoneLifecycle.Occasion;
import dev.drover.schema.id.ZoneId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns a zone, turn by turn, for as long as it is asked to: takes over, turns the engine's loop, and after whatever goes
 * wrong takes over anew over a new log, after a pause that grows. Used by one thread; {@link #status} and
 * {@link #folded} by any.
 */
public final class ZoneOwner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneOwner.class);
    private static final Duration WAIT = Duration.ofMillis(20);

    /** A rebalance takes a while; trying all the time would only load the broker. What lasts is tried ever less often. */
    private static final Duration RETRY = Duration.ofMillis(50);

    private static final Duration LONGEST_RETRY = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Somebody has to act first, and a zone that was mended should not need a restart. */
    private static final Duration HALT = Duration.ofMinutes(1);

    /** The log in use, and the engine that uses it. */
    private record Tenure(ZoneLog log, ZoneEngine engine) {}

    private final ZoneId zone;
    private final Supplier<ZoneLog> open;
    private final Function<ZoneLog, ZoneEngine> engine;
    private final Supplier<Optional<Folded>> warm;
    private final Duration firstPause;
    private Optional<Tenure> tenure = Optional.empty();
    private Duration pause;
    private Duration retry = RETRY;
    private volatile ZoneStatus status;
    private volatile Optional<Folded> folded = Optional.empty();

    /**
     * Opens a log of its own at every start. {@code warm} is what a standby knew of the zone. {@code firstPause} is what
     * it waits after the first failure: long enough to be told that the zone is another's by now, since taking it over
     * anew would shut that other one out.
     */
    public ZoneOwner(
            ZoneId zone,
            Supplier<ZoneLog> open,
            Function<ZoneLog, ZoneEngine> engine,
            Supplier<Optional<Folded>> warm,
            Duration firstPause) {
        this.zone = zone;
        this.open = open;
        this.engine = engine;
        this.warm = warm;
        this.firstPause = firstPause;
        this.pause = firstPause;
        this.status = new ZoneStatus(zone, ZonePhase.INITIAL, Optional.empty());
    }

    /** How it stands. */
    public ZoneStatus status() {
        return status;
    }

    /** The last committed state while this owner is active; it may have been replaced without knowing. */
    public Optional<Folded> folded() {
        return folded;
    }

    /** Does what comes next, and says how long to wait before the turn after. Throws nothing but errors. */
    public Duration turn() {
        try {
            return status.phase() == ZonePhase.ACTIVE ? step() : takeOver();
        } catch (ZoneHaltedException halted) {
            LOG.error("zone {} is HALTED and needs somebody to act: {}", zone, halted.getMessage());
            return ended(Occasion.HALTED, String.valueOf(halted.getMessage()), HALT);
        } catch (ZoneLogException silent) {
            return lost(String.valueOf(silent.getMessage()));
        } catch (RuntimeException mistake) { // of ours; the other zones must not suffer from it
            LOG.error("zone {} could not go on", zone, mistake);
            return lost("of a mistake of Drover's: " + mistake);
        }
    }

    /** Lets go of the log. */
    @Override
    public void close() {
        folded = Optional.empty();
        Optional<Tenure> ended = tenure;
        tenure = Optional.empty();
        ended.ifPresent(one -> one.log().close());
    }

    private Duration takeOver() {
        enter(Occasion.BEGUN, Optional.empty());
        ZoneLog log = open.get();
        Tenure begun = new Tenure(log, engine.apply(log));
        tenure = Optional.of(begun);
        return switch (begun.engine().takeOver(warm.get())) {
            case StepResult.Advanced advanced -> taken(begun.engine());
            case StepResult.Retrying(String why) -> lost(why);
            case StepResult.Lost(String why) -> lost(why);
            case StepResult.Idle idle -> lost("a takeover wrote nothing");
        };
    }

    private Duration taken(ZoneEngine begun) {
        enter(Occasion.TAKEN, Optional.empty());
        folded = Optional.of(begun.folded());
        LOG.info(
                "zone {} is ours, epoch {}, {} events",
                zone,
                begun.state().epoch().value(),
                begun.state().events());
        return Duration.ZERO;
    }

    private Duration step() {
        ZoneEngine running = tenure.orElseThrow().engine();
        return switch (running.step(WAIT)) {
            case StepResult.Idle idle -> Duration.ZERO;
            case StepResult.Advanced advanced -> {
                folded = Optional.of(running.folded());
                pause = firstPause;
                retry = RETRY;
                yield Duration.ZERO;
            }
            case StepResult.Retrying(String why) -> retrying(why);
            case StepResult.Lost(String why) -> lost(why);
        };
    }

    private Duration retrying(String why) {
        Duration now = retry;
        retry = doubled(now, LONGEST_RETRY);
        if (now.compareTo(retry) < 0) { // said often enough, by then
            LOG.info("zone {} tries again in {} ms: {}", zone, now.toMillis(), why);
        }
        return now;
    }

    private Duration lost(String why) {
        Duration now = pause;
        pause = doubled(now, LONGEST_PAUSE);
        retry = RETRY;
        LOG.warn("zone {} is lost and taken over anew in {} ms: {}", zone, now.toMillis(), why);
        return ended(Occasion.LOST, why, now);
    }

    private static Duration doubled(Duration pause, Duration longest) {
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(longest) > 0 ? longest : longer;
    }

    /** What goes wrong while the log is let go of changes nothing: a new one is opened next time. */
    private Duration ended(Occasion occasion, String why, Duration wait) {
        enter(occasion, Optional.of(why));
        try {
            close();
        } catch (RuntimeException stuck) {
            LOG.warn("the log of zone {} could not be closed: {}", zone, stuck.getMessage());
        }
        return wait;
    }

    private void enter(Occasion occasion, Optional<String> why) {
        ZonePhase next = ZoneLifecycle.next(status.phase(), occasion)
                .orElseThrow(() -> new IllegalStateException(occasion + " can't happen in " + status.phase()));
        status = new ZoneStatus(zone, next, why);
    }
}
