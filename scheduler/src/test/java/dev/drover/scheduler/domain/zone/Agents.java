package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.ZoneScenario.told;

import dev.drover.scheduler.domain.lease.Lease;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.zone.ZoneScenario.Happening;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.report.VmObserved;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What the agents at the two ends of a vm's migration say, each as its next report. */
final class Agents {
    static final TransferFigures FIGURES =
            new TransferFigures(Duration.ofSeconds(40), Optional.of(Duration.ofMillis(80)), Bytes.gibibytes(5), 4);

    private Agents() {}

    static Happening started(VmId vm) {
        return zone -> fromSource(vm, one -> new MigrationStarted(one.id(), one.attempt(), zone.granted(vm)))
                .at(zone);
    }

    /** It obeys what it was told last. */
    static Happening applied(VmId vm) {
        return zone -> applied(vm, lease(zone, vm).command(), zone.granted(vm)).at(zone);
    }

    /** It obeyed that command. */
    static Happening applied(VmId vm, Sequence command, BitsPerSecond rate) {
        return fromSource(vm, one -> new RateApplied(one.id(), one.attempt(), command, rate));
    }

    static Lease lease(ZoneScenario zone, VmId vm) {
        return zone.state().leases().of(zone.moving(vm).id()).orElseThrow();
    }

    static Happening left(VmId vm) {
        return ended(vm, new SourceVerdict.Transferred(Optional.of(FIGURES)));
    }

    static Happening stayed(VmId vm, FailureKind failure) {
        return ended(vm, new SourceVerdict.StayedAtSource(failure, "as QEMU said"));
    }

    static Happening ended(VmId vm, SourceVerdict verdict) {
        return fromSource(vm, one -> new MigrationEnded(one.id(), one.attempt(), verdict));
    }

    static Happening seenAtSource(VmId vm, Optional<VmState> state, boolean jobActive) {
        return fromSource(vm, one -> new VmObserved(one.id(), one.attempt(), vm, state, jobActive));
    }

    static Happening seenAtDestination(VmId vm, Optional<VmState> state) {
        return fromDestination(vm, one -> new VmObserved(one.id(), one.attempt(), vm, state, false));
    }

    static Happening arrived(VmId vm) {
        return seenAtDestination(vm, Optional.of(VmState.RUNNING));
    }

    /** The destination has nothing of it. */
    static Happening cleared(VmId vm) {
        return seenAtDestination(vm, Optional.empty());
    }

    static Happening released(VmId vm) {
        return fromSource(vm, one -> new SourceReleased(one.id(), one.attempt()));
    }

    static Happening refused(VmId vm, long command, RefusalReason reason) {
        return fromSource(
                vm, one -> new CommandRefused(one.id(), one.attempt(), new Sequence(command), reason, "too late"));
    }

    /** Everything goes well for this vm from its dispatch on. */
    static ZoneScenario moves(ZoneScenario zone, VmId vm) {
        return zone.when(started(vm)).when(left(vm)).when(arrived(vm)).when(released(vm));
    }

    private static Happening fromSource(VmId vm, Function<Migration, Report> report) {
        return from(vm, one -> one.plan().source(), report);
    }

    private static Happening fromDestination(VmId vm, Function<Migration, Report> report) {
        return from(vm, one -> one.plan().destination(), report);
    }

    private static Happening from(VmId vm, Function<Migration, HostId> end, Function<Migration, Report> report) {
        return zone -> {
            Migration migration = zone.moving(vm);
            return told(end.apply(migration).value(), report.apply(migration)).at(zone);
        };
    }
}
