package dev.drover.simulation.node;

import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.StandbyFold;
import dev.drover.scheduler.engine.ZoneHaltedException;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.NodeId;
import dev.drover.simulation.log.SimTopics;
import dev.drover.simulation.log.SimZoneHistory;
import dev.drover.simulation.time.Machine;
import dev.drover.simulation.witness.Happening;
import dev.drover.simulation.witness.Witness;
import java.time.Duration;
import java.util.Optional;

/** Keeps a zone's fold on a node that stands by, as long as the node lives; one that fails is begun anew. */
final class Standby {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final NodeId node;
    private final SimTopics topics;
    private final Machine machine;
    private final Witness witness;
    private Optional<StandbyFold> fold = Optional.empty();
    private LogPosition shown = LogPosition.START;
    private boolean ended;

    Standby(NodeId node, SimTopics topics, Machine machine, Witness witness) {
        this.node = node;
        this.topics = topics;
        this.machine = machine;
        this.witness = witness;
    }

    void begin() {
        machine.in(LOOK, this::load);
    }

    void end() {
        ended = true;
    }

    /** What is known of the zone so far. */
    Optional<Folded> folded() {
        return fold.flatMap(StandbyFold::folded);
    }

    private void load() {
        StandbyFold begun = new StandbyFold(topics.zone(), new SimZoneHistory(topics, machine));
        fold = Optional.of(begun);
        reading(begun::load);
    }

    private void follow() {
        fold.ifPresent(known -> reading(() -> known.follow(Duration.ZERO)));
    }

    private void reading(Runnable part) {
        if (ended) {
            return;
        }
        try {
            part.run();
            folded().filter(known -> shown.isBefore(known.position())).ifPresent(this::show);
            machine.in(LOOK, this::follow);
        } catch (ZoneLogException | ZoneHaltedException broken) {
            fold = Optional.empty();
            machine.in(AGAIN, this::load);
        } catch (Machine.Death death) {
            ended = true;
        }
    }

    private void show(Folded known) {
        shown = known.position();
        witness.saw(new Happening.Published(topics.zone(), node, known));
    }
}
