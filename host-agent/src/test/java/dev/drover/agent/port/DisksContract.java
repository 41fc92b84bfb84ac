package dev.drover.agent.port;

import static dev.drover.schema.inventory.VmState.MIGRATED_AWAY;
import static dev.drover.schema.inventory.VmState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.BaseImage;
import dev.drover.schema.inventory.ImageFormat;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.transfer.DiskCopy;
import dev.drover.schema.transfer.OwnDisks;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What every {@link Hypervisor} does with disks that lie on one host alone. */
public abstract class DisksContract extends HypervisorScene {
    private static final Bytes SMALL = Bytes.mebibytes(16);
    private static final Bytes DISK = Bytes.mebibytes(48);
    private static final BitsPerSecond SLOW = BitsPerSecond.mebibytesPerSecond(4);
    private static final BitsPerSecond FAST = BitsPerSecond.mebibytesPerSecond(24);

    @Test
    void the_inventory_names_a_disk_that_has_to_go_along_and_what_it_builds_on() {
        LocalDisk disk = onlyDisk(guest(true));
        assertThat(disk.target().value()).isEqualTo("hda");
        assertThat(disk.path()).isEqualTo(new FilePath("/lab/disks/guest.qcow2"));
        assertThat(disk.format()).isEqualTo(ImageFormat.QCOW2);
        assertThat(disk.capacity()).isEqualTo(DISK);
        assertThat(disk.base()).contains(new BaseImage(new FilePath("/lab/disks/base.raw"), ImageFormat.RAW));
    }

    @Test
    void a_file_is_made_once_and_removed_as_often_as_one_likes() {
        LocalDisk disk = onlyDisk(guest(false));
        assertThat(destination.holds(disk.path())).isFalse();
        destination.makeDisk(disk, CopyMode.FULL);
        assertThat(destination.holds(disk.path())).isTrue();
        assertThatThrownBy(() -> destination.makeDisk(disk, CopyMode.FULL))
                .isInstanceOfSatisfying(HypervisorException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(FailureKind.DESTINATION_REFUSED);
                    assertThat(refusal).hasMessageContaining(disk.path().value());
                });
        destination.removeDisk(disk.path());
        destination.removeDisk(disk.path());
        assertThat(destination.holds(disk.path())).isFalse();
    }

    @Test
    void a_guest_arrives_whole_with_all_of_its_disk_and_what_it_leaves_can_be_removed() {
        VmId vm = guest(false);
        LocalDisk disk = onlyDisk(vm);
        TransferFigures figures = figuresOf(ended(start(vm, disk, CopyMode.FULL, FAST)));
        assertThat(figures.transferred()).isGreaterThan(DISK);
        arrived(vm);
        assertThat(onlyDiskAt(destination, vm)).isEqualTo(disk);

        source.release(vm);
        assertThat(source.holds(disk.path())).isTrue();
        source.removeDisk(disk.path());
        assertThat(source.holds(disk.path())).isFalse();
        stage.assertGuestIntact(vm);
    }

    @Test
    void where_the_base_is_only_what_differs_is_sent() {
        VmId vm = guest(true);
        LocalDisk disk = onlyDisk(vm);
        TransferFigures figures = figuresOf(ended(start(vm, disk, CopyMode.INCREMENTAL, FAST)));
        assertThat(figures.transferred()).isLessThan(DISK);
        arrived(vm);
        assertThat(onlyDiskAt(destination, vm).base()).isEqualTo(disk.base());
    }

    @Test
    void a_copy_needs_no_base() {
        VmId vm = guest(true);
        LocalDisk disk = onlyDisk(vm);
        destination.removeDisk(disk.base().orElseThrow().path());
        assertThat(figuresOf(ended(start(vm, disk, CopyMode.FULL, FAST))).transferred())
                .isGreaterThan(DISK);
        arrived(vm);
    }

    @Test
    void without_a_file_at_the_destination_the_guest_stays() {
        VmId vm = guest(false);
        LocalDisk disk = onlyDisk(vm);
        JobResult result = ended(inBackground(source, request(vm, disk, CopyMode.FULL, FAST)));
        assertThat(failureOf(result)).as("%s", result).isEqualTo(FailureKind.DESTINATION_REFUSED);
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        stage.assertGuestIntact(vm);
    }

    @Test
    void a_rate_that_is_raised_on_the_way_is_one_for_disks_too() {
        VmId vm = guest(false);
        CompletableFuture<JobResult> job = start(vm, onlyDisk(vm), CopyMode.FULL, SLOW);
        Bytes sent = underWay(source, vm).transferred();
        assertThat(destination.inventory().vm(vm)).isPresent();
        long raised = System.nanoTime();
        source.setRate(vm, FAST);
        TransferFigures figures = figuresOf(ended(job));
        Duration rest = Duration.ofNanos(System.nanoTime() - raised);
        // At most half of a rate is for the disk, and half for the memory.
        assertThat(rest).isLessThan(leastTime(figures.transferred().minus(sent), SLOW));
        arrived(vm);
    }

    @Test
    void a_migration_that_is_stopped_while_its_disk_is_copied_leaves_the_guest_where_it_was() {
        VmId vm = guest(false);
        LocalDisk disk = onlyDisk(vm);
        CompletableFuture<JobResult> job = start(vm, disk, CopyMode.FULL, SLOW);
        underWay(source, vm);
        source.abort(vm);
        assertThat(failureOf(ended(job))).isEqualTo(FailureKind.ABORTED);
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        goneFromDestination(vm, SOON);
        destination.removeDisk(disk.path());
        assertThat(destination.holds(disk.path())).isFalse();
        stage.assertGuestIntact(vm);
    }

    private VmId guest(boolean onBase) {
        return stage.startGuestWithDisk("guest", SMALL, DISK, onBase);
    }

    private LocalDisk onlyDisk(VmId vm) {
        return onlyDiskAt(source, vm);
    }

    private static LocalDisk onlyDiskAt(Hypervisor host, VmId vm) {
        List<LocalDisk> disks = host.inventory().vm(vm).orElseThrow().disks();
        assertThat(disks).hasSize(1);
        return disks.getFirst();
    }

    /** When there is room for it. */
    private CompletableFuture<JobResult> start(VmId vm, LocalDisk disk, CopyMode mode, BitsPerSecond rate) {
        destination.makeDisk(disk, mode);
        return inBackground(source, request(vm, disk, mode, rate));
    }

    private MigrationRequest request(VmId vm, LocalDisk disk, CopyMode mode, BitsPerSecond rate) {
        return new MigrationRequest(
                vm,
                destination.inventory().migrationUri(),
                rate,
                TransferOptions.PLAIN.withDisks(OwnDisks.GO),
                Optional.of(new DiskCopy(mode, List.of(disk.target()))));
    }

    private void arrived(VmId vm) {
        assertThat(destination.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(MIGRATED_AWAY), false));
        stage.assertGuestIntact(vm);
    }
}
