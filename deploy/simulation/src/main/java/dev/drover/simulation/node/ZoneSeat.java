package dev.drover.simulation.node;

import dev.drover.scheduler.engine.StepResult;
import dev.drover.scheduler.engine.ZoneEngine;
import dev.drover.scheduler.engine.ZoneHaltedException;
import dev.drover.scheduler.engine.ZoneLog;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.simulation.time.Machine;
import dev.drover.simulation.time.VirtualTime;
import dev.drover.simulation.witness.Happening;
import dev.drover.simulation.witness.Witness;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Owns a zone while its node does, as far as the node knows: takes over, then turns the engine's loop; whatever goes
 * wrong ends in taking over anew after a pause that grows.
 */
final class ZoneSeat {
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration SOON = Duration.ofMillis(5);
    private static final Duration RETRY = Duration.ofMillis(50);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ZoneId zone;
    private final NodeId node;
    private final Machine machine;
    private final Witness witness;
    private final Supplier<ZoneLog> open;
    private final Function<ZoneLog, ZoneEngine> make;
    private Optional<ZoneLog> log = Optional.empty();
    private Optional<ZoneEngine> engine = Optional.empty();
    private Duration pause = FIRST_PAUSE;
    private boolean left;
    private boolean busy;
    private int turn;

    ZoneSeat(
            ZoneId zone,
            NodeId node,
            Machine machine,
            Witness witness,
            Supplier<ZoneLog> open,
            Function<ZoneLog, ZoneEngine> make) {
        this.zone = zone;
        this.node = node;
        this.machine = machine;
        this.witness = witness;
        this.open = open;
        this.make = make;
    }

    void begin() {
        machine.in(SOON, this::takeOver);
    }

    /** Stops after the present turn. */
    void leave() {
        left = true;
        if (!busy) {
            close();
        }
    }

    /** Something has come. */
    void wake() {
        if (engine.isPresent() && !busy) {
            next(SOON);
        }
    }

    /** The engine, once it has taken over. */
    Optional<ZoneEngine> engine() {
        return engine;
    }

    private void takeOver() {
        turn(() -> {
            ZoneLog opened = open.get();
            log = Optional.of(opened);
            ZoneEngine made = make.apply(opened);
            switch (made.takeOver(Optional.empty())) {
                case StepResult.Advanced advanced -> {
                    engine = Optional.of(made);
                    pause = FIRST_PAUSE;
                    publish(made);
                    next(SOON);
                }
                case StepResult.Idle idle -> startOver();
                case StepResult.Retrying retrying -> startOver();
                case StepResult.Lost lost -> startOver();
            }
        });
    }

    private void step() {
        turn(() -> {
            ZoneEngine mine = engine.orElseThrow();
            StepResult result = mine.step(Duration.ZERO);
            publish(mine);
            switch (result) {
                case StepResult.Idle idle -> next(TICK);
                case StepResult.Advanced advanced -> next(SOON);
                case StepResult.Retrying retrying -> next(RETRY);
                case StepResult.Lost lost -> startOver();
            }
        });
    }

    private void turn(Runnable what) {
        if (left) {
            close();
            return;
        }
        busy = true;
        try {
            what.run();
        } catch (ZoneLogException unreachable) {
            startOver();
        } catch (ZoneHaltedException halted) {
            left = true;
            witness.saw(new Happening.Halted(zone, node, String.valueOf(halted.getMessage())));
        } catch (Machine.DiedException died) {
            left = true;
        } catch (VirtualTime.EndOfTimeException over) {
            throw over;
        } catch (RuntimeException bug) {
            left = true;
            witness.saw(new Happening.Halted(zone, node, "it threw " + bug));
        } finally {
            busy = false;
        }
        if (left) {
            close();
        }
    }

    private void next(Duration wait) {
        int mine = ++turn;
        machine.in(wait, () -> {
            if (mine == turn && !busy) {
                step();
            }
        });
    }

    private void startOver() {
        close();
        turn++;
        machine.in(pause, this::takeOver);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private void close() {
        engine = Optional.empty();
        log.ifPresent(ZoneLog::close);
        log = Optional.empty();
    }

    private void publish(ZoneEngine engine) {
        witness.saw(new Happening.Published(zone, node, engine.folded()));
    }
}
