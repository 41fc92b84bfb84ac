package dev.drover.simulation.node;

import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.ZoneOwner;
import dev.drover.scheduler.engine.ZonePhase;
import dev.drover.scheduler.engine.ZoneStatus;
import dev.drover.schema.id.NodeId;
import dev.drover.simulation.time.Machine;
import dev.drover.simulation.time.VirtualTime;
import dev.drover.simulation.witness.Happening;
import dev.drover.simulation.witness.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gives a zone's owner its turns while its node lives, and as long as the zone is the node's, as far as it knows. */
final class ZoneSeat {
    /** What an owner waits for inputs: here between its turns, since what waits within one holds up all others. */
    private static final Duration IDLE = Duration.ofMillis(20);

    private final NodeId node;
    private final ZoneOwner owner;
    private final Machine machine;
    private final VirtualTime time;
    private final Witness witness;
    private boolean left;
    private boolean busy;

    ZoneSeat(NodeId node, ZoneOwner owner, Machine machine, VirtualTime time, Witness witness) {
        this.node = node;
        this.owner = owner;
        this.machine = machine;
        this.time = time;
        this.witness = witness;
    }

    void begin() {
        machine.in(IDLE, this::turn);
    }

    /** Stops after the present turn. */
    void leave() {
        left = true;
        if (!busy) {
            owner.close();
        }
    }

    /** What the owner shows, once it has taken over. */
    Optional<Folded> folded() {
        return owner.folded();
    }

    private void turn() {
        if (left) {
            return;
        }
        busy = true;
        Instant began = time.now();
        try {
            Duration pause = owner.turn();
            boolean idle = time.now().equals(began);
            if (!idle) {
                tell(owner.status());
            }
            machine.in(idle ? pause.plus(IDLE) : pause, this::turn);
        } catch (Machine.Death death) {
            left = true;
        } finally {
            busy = false;
        }
        if (left) {
            owner.close();
        }
    }

    private void tell(ZoneStatus status) {
        owner.folded().ifPresent(folded -> witness.saw(new Happening.Published(status.zone(), node, folded)));
        if (status.phase() == ZonePhase.FENCED || status.phase() == ZonePhase.FAILED) {
            witness.saw(new Happening.OwnershipEnded(
                    status.zone(), node, status.phase(), status.why().orElse("")));
        }
    }
}
