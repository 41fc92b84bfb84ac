package dev.drover.simulation.planted;

import dev.drover.agent.port.Hypervisor;
import dev.drover.scheduler.domain.lease.Lease;
import dev.drover.scheduler.domain.lease.Leases;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.topology.Topology;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Ways to give away rates that somebody may still be using, or to use rates that nobody gave. */
final class LeaseBugs {
    private static final int BITS_A_BYTE = 8;

    private LeaseBugs() {}

    /** Whoever was told to slow down is taken to have done so. */
    static ZoneState takingOrdersForDeeds(ZoneState state) {
        Leases obeyed = state.leases();
        for (Map.Entry<MigrationId, Lease> entry : state.leases().byMigration().entrySet()) {
            Lease lease = entry.getValue();
            obeyed = obeyed.with(
                    entry.getKey(), new Lease(lease.granted(), lease.granted(), lease.command(), true, lease.dueAt()));
        }
        return state.with(obeyed);
    }

    /** Whoever has not answered in time is taken to send nothing. */
    static ZoneState takingSilenceForAnEnd(ZoneState state) {
        return without(state, (id, lease) -> lease.isOverdue(state.time()));
    }

    /** Whoever waits for an operator is taken to send nothing. */
    static ZoneState takingDoubtForAnEnd(ZoneState state) {
        return without(
                state,
                (id, lease) ->
                        phase(state, id).filter(MigrationPhase::needsOperator).isPresent());
    }

    /** Whoever was told to stop is taken to have stopped. */
    static ZoneState takingCancelsForAnEnd(ZoneState state) {
        return without(
                state,
                (id, lease) -> phase(state, id)
                        .filter(phase -> phase == MigrationPhase.CANCELLING)
                        .isPresent());
    }

    /** Cards are seen, uplinks are not. */
    static ZoneState overlookingUplinks(ZoneState state) {
        return state.with(state.rules().with(Topology.EMPTY));
    }

    /** Bytes are taken for bits. */
    static Hypervisor mistakingTheUnit(Hypervisor real) {
        return new PassingOn(real) {
            @Override
            public void setRate(VmId vm, BitsPerSecond rate) {
                super.setRate(vm, new BitsPerSecond(BITS_A_BYTE * rate.value()));
            }
        };
    }

    private static ZoneState without(ZoneState state, BiPredicate<MigrationId, Lease> which) {
        Leases left = Leases.EMPTY;
        for (Map.Entry<MigrationId, Lease> entry : state.leases().byMigration().entrySet()) {
            if (!which.test(entry.getKey(), entry.getValue())) {
                left = left.with(entry.getKey(), entry.getValue());
            }
        }
        return state.with(left);
    }

    private static Optional<MigrationPhase> phase(ZoneState state, MigrationId id) {
        return state.migrations().find(id).map(found -> found.phase());
    }
}
