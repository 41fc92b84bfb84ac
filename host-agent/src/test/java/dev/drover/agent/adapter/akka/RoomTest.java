package dev.drover.agent.adapter.akka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.simulated.SimulatedGuest;
import dev.drover.agent.domain.Commands;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.port.Await;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.BaseImage;
import dev.drover.schema.inventory.ImageFormat;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.DestinationCleaned;
import dev.drover.schema.report.DestinationPrepared;
import dev.drover.schema.report.DestinationRefused;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.VmObserved;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.transfer.DiskCopy;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The agent of a destination makes room for disks, and removes what is its own and nothing else. */
class RoomTest extends AgentScene {
    private static final VmId COMING = Commands.vm(7);
    private static final FilePath BASE = new FilePath("/vms/base.img");
    private static final LocalDisk DISK = disk("vda", "/vms/a.img", Optional.empty());
    private static final LocalDisk OVERLAY =
            disk("vda", "/vms/a.img", Optional.of(new BaseImage(BASE, ImageFormat.RAW)));
    private static final LocalDisk SECOND = disk("vdb", "/vms/b.img", Optional.empty());

    @Test
    void room_is_made_and_removed_again() {
        begin();
        agent.obey(command(1, 1, prepare(DISK, SECOND)));
        assertThat(reports.first(DestinationPrepared.class))
                .isEqualTo(new DestinationPrepared(M1, FIRST, Sequence.FIRST, CopyMode.FULL));
        assertThat(hypervisor.holds(DISK.path())).isTrue();
        assertThat(hypervisor.holds(SECOND.path())).isTrue();

        agent.obey(command(1, 2, new CleanupDestination(COMING)));
        assertThat(reports.first(DestinationCleaned.class)).isEqualTo(new DestinationCleaned(M1, FIRST));
        assertThat(hypervisor.holds(DISK.path())).isFalse();
        assertThat(hypervisor.holds(SECOND.path())).isFalse();
    }

    @Test
    void an_image_of_the_same_name_need_not_be_the_same_so_all_is_copied() {
        withBase();
        agent.obey(command(1, 1, prepare(OVERLAY, SECOND)));
        assertThat(reports.first(DestinationPrepared.class).mode()).isEqualTo(CopyMode.FULL);
    }

    @Test
    void where_it_is_known_to_be_only_what_differs_is_lacking() {
        withBase();
        agent.obey(command(1, 1, fromBase(OVERLAY, SECOND)));
        assertThat(reports.first(DestinationPrepared.class).mode()).isEqualTo(CopyMode.INCREMENTAL);
    }

    @Test
    void what_differs_from_no_base_or_from_one_that_is_not_here_is_all() {
        begin();
        agent.obey(command(1, 1, fromBase(OVERLAY)));
        assertThat(reports.first(DestinationPrepared.class).mode()).isEqualTo(CopyMode.FULL);
        agent.obey(command(2, 2, fromBase(SECOND)));
        assertThat(reports.first(
                                DestinationPrepared.class,
                                ready -> ready.attempt().value() == 2)
                        .mode())
                .isEqualTo(CopyMode.FULL);
    }

    private void withBase() {
        hypervisor.makeDisk(disk("x", BASE.value(), Optional.empty()), CopyMode.FULL);
        begin();
    }

    private static PrepareDestination fromBase(LocalDisk... disks) {
        return new PrepareDestination(
                COMING, new VmName("coming"), Bytes.mebibytes(16), H2, List.of(disks), CopyMode.INCREMENTAL);
    }

    @Test
    void a_file_that_comes_there_at_the_last_moment_is_left_alone_and_never_taken_for_its_own() {
        hypervisor.beforeNextDisk(() -> {
            try (Hypervisor stranger = datacenter.connect(H1)) {
                stranger.makeDisk(SECOND, CopyMode.FULL);
            }
        });
        begin();
        agent.obey(command(1, 1, prepare(DISK, SECOND)));
        reports.first(DestinationRefused.class);
        agent.obey(command(1, 2, new CleanupDestination(COMING)));
        reports.first(DestinationCleaned.class);
        assertThat(hypervisor.holds(DISK.path())).isFalse();
        assertThat(hypervisor.holds(SECOND.path())).isTrue();
    }

    @Test
    void a_file_that_somebody_else_has_there_is_left_alone() {
        hypervisor.makeDisk(SECOND, CopyMode.FULL);
        begin();
        agent.obey(command(1, 1, prepare(DISK, SECOND)));
        DestinationRefused refused = reports.first(DestinationRefused.class);
        assertThat(refused.failure()).isEqualTo(FailureKind.DESTINATION_REFUSED);
        assertThat(refused.detail()).contains("/vms/b.img", "host h1", "see whose it is");
        assertThat(hypervisor.holds(DISK.path())).isFalse();

        agent.obey(command(1, 2, new CleanupDestination(COMING)));
        reports.first(DestinationCleaned.class);
        assertThat(hypervisor.holds(SECOND.path())).isTrue();
    }

    @Test
    void a_vm_that_is_here_already_is_refused() {
        begin();
        agent.obey(command(
                1,
                1,
                new PrepareDestination(
                        VM, new VmName("guest"), Bytes.mebibytes(16), H2, List.of(DISK), CopyMode.FULL)));
        DestinationRefused refused = reports.first(DestinationRefused.class);
        assertThat(refused.failure()).isEqualTo(FailureKind.DESTINATION_REFUSED);
        assertThat(refused.detail()).contains("is on host h1 already, RUNNING");
        assertThat(hypervisor.holds(DISK.path())).isFalse();
    }

    @Test
    void half_of_the_room_is_none() {
        hypervisor.fill(SECOND.path());
        begin();
        agent.obey(command(1, 1, prepare(DISK, SECOND)));
        assertThat(reports.first(DestinationRefused.class).detail()).contains("no room for /vms/b.img");
        assertThat(hypervisor.holds(DISK.path())).isFalse();
    }

    @Test
    void a_later_life_knows_what_it_made_and_makes_it_anew() {
        begin();
        agent.obey(command(1, 1, prepare(DISK)));
        reports.first(DestinationPrepared.class);
        kill();
        begin();
        agent.obey(command(2, 2, prepare(DISK)));
        reports.first(DestinationPrepared.class);
        assertThat(hypervisor.holds(DISK.path())).isTrue();
        agent.obey(command(2, 3, new CleanupDestination(COMING)));
        reports.first(DestinationCleaned.class);
        assertThat(hypervisor.holds(DISK.path())).isFalse();
        kill();
        assertThat(journalled().room(COMING)).isEmpty();
    }

    @Test
    void a_hypervisor_that_does_not_answer_is_no_room_and_no_harm() {
        begin();
        hypervisor.breakDown("not now");
        agent.obey(command(1, 1, prepare(DISK)));
        assertThat(reports.first(DestinationRefused.class).detail()).contains("not now");
        agent.obey(command(1, 2, new CleanupDestination(COMING)));
        assertThat(reports.first(CommandRefused.class).detail()).contains("not now");
    }

    @Test
    void what_is_made_stands_in_the_journal_first() {
        begin();
        agent.obey(command(1, 1, prepare(DISK)));
        reports.first(DestinationPrepared.class);
        assertThat(agent.entries()).contains(new JournalEntry.RoomMade(COMING, List.of(DISK.path())));
    }

    @Test
    void the_disks_of_a_vm_that_has_arrived_are_its_own() {
        comes();
        agent.obey(command(1, 2, new ObserveVm(COMING)));
        awaitReports(VmObserved.class, 1);
        agent.obey(command(1, 3, new CleanupDestination(COMING)));
        awaitReports(VmObserved.class, 2);
        assertThat(hypervisor.holds(DISK.path())).isTrue();
        kill();
        assertThat(journalled().room(COMING)).isEmpty();
    }

    @Test
    void the_source_removes_the_disks_that_went_along_and_may_be_told_twice() {
        comes();
        leaves();
        agent.obey(command(1, 2, new ReleaseSource(COMING, List.of(DISK.path()))));
        awaitReports(SourceReleased.class, 1);
        assertThat(hypervisor.holds(DISK.path())).isFalse();
        agent.obey(command(1, 3, new ReleaseSource(COMING, List.of(DISK.path()))));
        awaitReports(SourceReleased.class, 2);
    }

    @Test
    void a_vm_that_runs_keeps_its_disks_whatever_is_released() {
        comes();
        agent.obey(command(1, 2, new ReleaseSource(COMING, List.of(DISK.path()))));
        awaitReports(CommandRefused.class, 1);
        assertThat(hypervisor.holds(DISK.path())).isTrue();
    }

    /** From the second host to the first, with its disk. */
    private void comes() {
        datacenter.boot(
                H2,
                new SimulatedGuest(
                        COMING,
                        new VmName("coming"),
                        Bytes.mebibytes(1),
                        Bytes.ZERO,
                        BitsPerSecond.ZERO,
                        1,
                        List.of(DISK)));
        begin();
        agent.obey(command(1, 1, prepare(DISK)));
        reports.first(DestinationPrepared.class);
        move(H2, H1);
    }

    private void leaves() {
        try (Hypervisor back = datacenter.connect(H2)) {
            back.release(COMING);
            back.removeDisk(DISK.path());
            back.makeDisk(DISK, CopyMode.FULL);
        }
        move(H1, H2);
    }

    private void move(HostId from, HostId to) {
        try (Hypervisor source = datacenter.connect(from)) {
            source.migrate(new MigrationRequest(
                    COMING,
                    uri(to),
                    BitsPerSecond.mebibytesPerSecond(100),
                    TransferOptions.PLAIN,
                    Optional.of(new DiskCopy(CopyMode.FULL, List.of(DISK.target())))));
        }
    }

    private void awaitReports(Class<? extends Report> kind, int count) {
        Await.until(count + " of " + kind, SOON, () -> reports.all(kind).size() == count);
    }

    private static PrepareDestination prepare(LocalDisk... disks) {
        return new PrepareDestination(
                COMING, new VmName("coming"), Bytes.mebibytes(16), H2, List.of(disks), CopyMode.FULL);
    }

    private static LocalDisk disk(String target, String path, Optional<BaseImage> base) {
        return new LocalDisk(new DeviceId(target), new FilePath(path), ImageFormat.QCOW2, Bytes.mebibytes(4), base);
    }
}
