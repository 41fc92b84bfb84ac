package dev.drover.agent.adapter.simulated;

import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.transfer.DiskCopy;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;

/**
 * Disks that go along with a guest: all are copied before its memory is, at an equal part of its rate each, and one such
 * part is kept for the memory, as libvirt is told to.
 *
 * @param count how many there are
 * @param total what is to be copied
 * @param sent what has been
 */
record DiskTransfer(int count, Bytes total, Bytes sent) {
    /** What of a disk differs from the base that it builds on. */
    private static final long BASE_SHARE = 8;

    private static final double NANOS_PER_BYTE = 8e9;

    static DiskTransfer of(SimulatedGuest guest, MigrationRequest request) {
        List<LocalDisk> disks = taken(guest, request);
        long bytes = disks.stream().mapToLong(disk -> volume(disk, request)).sum();
        return new DiskTransfer(disks.size(), new Bytes(bytes), Bytes.ZERO);
    }

    /** Those of the guest's disks that go along. */
    static List<LocalDisk> taken(SimulatedGuest guest, MigrationRequest request) {
        List<?> names = request.disks().map(DiskCopy::disks).orElse(List.of());
        return guest.disks().stream()
                .filter(disk -> names.contains(disk.target()))
                .toList();
    }

    private static long volume(LocalDisk disk, MigrationRequest request) {
        boolean differences = disk.base().isPresent()
                && request.disks()
                        .filter(copy -> copy.mode() == CopyMode.INCREMENTAL)
                        .isPresent();
        return disk.capacity().value() / (differences ? BASE_SHARE : 1);
    }

    boolean isOver() {
        return sent.compareTo(total) >= 0;
    }

    /** What memory may use of a rate. */
    BitsPerSecond memoryPart(BitsPerSecond rate) {
        return new BitsPerSecond(rate.value() / (count + 1));
    }

    /** After a while at this rate, memory's part of it left out. */
    DiskTransfer advanced(Duration dt, BitsPerSecond rate) {
        double usable = (double) memoryPart(rate).value() * count;
        long now = sent.value() + (long) (dt.toNanos() * usable / NANOS_PER_BYTE);
        return new DiskTransfer(count, total, new Bytes(Math.min(total.value(), now)));
    }
}
