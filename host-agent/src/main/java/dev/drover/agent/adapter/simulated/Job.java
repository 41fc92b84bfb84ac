package dev.drover.agent.adapter.simulated;

import dev.drover.agent.adapter.simulated.physics.Flow;
import dev.drover.agent.adapter.simulated.physics.Phase;
import dev.drover.agent.adapter.simulated.physics.PreCopy;
import dev.drover.agent.port.JobProgress;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Optional;

/**
 * A running migration.
 *
 * @param rate what it got of the network last
 * @param silence for how long nothing came through
 * @param severed whether it was said to have failed in post-copy: it goes on when something comes through again
 * @param disks those that go along, before the memory
 * @param mayPostCopy whether it was begun with leave to switch to post-copy
 */
record Job(
        VmId vm,
        Flow flow,
        BitsPerSecond rate,
        Duration silence,
        boolean severed,
        boolean mayPostCopy,
        DiskTransfer disks,
        PreCopy copy) {
    private static final BitsPerSecond QUANTUM = BitsPerSecond.mebibytesPerSecond(1);

    static Job of(SimulatedGuest guest, HostId source, HostId destination, MigrationRequest request) {
        Flow flow = new Flow(source, destination, quantised(request.rate()));
        TransferOptions options = request.options();
        return new Job(
                guest.vm(),
                flow,
                BitsPerSecond.ZERO,
                Duration.ZERO,
                false,
                options.postCopy(),
                DiskTransfer.of(guest, request),
                guest.migration(options));
    }

    Job limitedTo(BitsPerSecond limit) {
        return new Job(
                vm,
                new Flow(source(), destination(), quantised(limit)),
                rate,
                silence,
                severed,
                mayPostCopy,
                disks,
                copy);
    }

    Job going(PreCopy otherwise) {
        return new Job(vm, flow, rate, silence, severed, mayPostCopy, disks, otherwise);
    }

    /** While disks are copied, no memory is. */
    Job advanced(Duration dt, BitsPerSecond share) {
        DiskTransfer disksThen = disks.isOver() ? disks : disks.advanced(dt, share);
        BitsPerSecond forMemory = disks.isOver() ? disks.memoryPart(share) : BitsPerSecond.ZERO;
        return new Job(vm, flow, share, Duration.ZERO, severed, mayPostCopy, disksThen, copy.advance(dt, forMemory));
    }

    Job cutOff(Duration dt) {
        return new Job(
                vm,
                flow,
                BitsPerSecond.ZERO,
                silence.plus(dt),
                severed,
                mayPostCopy,
                disks,
                copy.advance(dt, BitsPerSecond.ZERO));
    }

    Job givenUp() {
        return new Job(vm, flow, rate, silence, true, mayPostCopy, disks, copy);
    }

    HostId source() {
        return flow.source();
    }

    HostId destination() {
        return flow.destination();
    }

    JobProgress progress() {
        return new JobProgress(
                copy.elapsed(),
                copy.memory(),
                copy.remaining(),
                sent(),
                rate,
                copy.dirtyRate(),
                copy.pass(),
                copy.throttlePercent());
    }

    private Bytes sent() {
        return copy.sent().plus(disks.sent());
    }

    /** How it went, once it is done. */
    Optional<JobResult.Completed> completed() {
        return switch (copy.phase()) {
            case Phase.Done done ->
                Optional.of(new JobResult.Completed(Optional.of(
                        new TransferFigures(copy.elapsed(), Optional.of(done.blackout()), sent(), copy.pass()))));
            case Phase.Copying copying -> Optional.empty();
            case Phase.Stopped stopped -> Optional.empty();
            case Phase.Resuming resuming -> Optional.empty();
            case Phase.Following following -> Optional.empty();
        };
    }

    private static BitsPerSecond quantised(BitsPerSecond limit) {
        BitsPerSecond whole = limit.roundedDownTo(QUANTUM);
        return whole.compareTo(QUANTUM) < 0 ? QUANTUM : whole;
    }
}
