package dev.drover.agent.adapter.akka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.domain.Commands;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.port.Await;
import dev.drover.agent.port.Journal;
import dev.drover.agent.port.JournalFullException;
import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.ImageFormat;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.DestinationCleaned;
import dev.drover.schema.report.DestinationPrepared;
import dev.drover.schema.report.DestinationRefused;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.VmObserved;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.unit.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An agent whose journal has no room: it begins nothing new, says so, and looks after what runs. */
class FullJournalTest extends AgentScene {
    /** Not even the reserve is left. */
    private volatile boolean full;

    private volatile boolean shortOfRoom;

    @Override
    AgentLife newLife() {
        agent = new AgentLife(folder, H1, hypervisor, reports, Disk::new);
        return agent;
    }

    private final class Disk implements Journal {
        private final Journal file;

        Disk(Journal file) {
            this.file = file;
        }

        @Override
        public void append(JournalEntry entry) {
            if (full) {
                throw new JournalFullException("the disk is full", new IOException("No space left on device"));
            }
            file.append(entry);
        }

        @Override
        public Optional<String> shortage() {
            return full || shortOfRoom ? Optional.of("the disk is full") : Optional.empty();
        }
    }

    @Test
    void nothing_is_begun_and_the_host_says_why_until_there_is_room_again() {
        begin();
        full = true;
        agent.obey(command(1, 1, migrate(BRISK)));
        assertThat(refused(1).detail()).isEqualTo("the disk is full");
        Await.until("word on its trouble", SOON, () -> newest().degraded().isPresent());
        assertThat(newest().degraded()).contains("the disk is full");
        assertThat(hypervisor.started()).isEmpty();

        full = false;
        Await.until("word that it is well", SOON, () -> newest().degraded().isEmpty());
        agent.obey(command(2, 2, migrate(BRISK)));
        reports.first(MigrationStarted.class);
    }

    @Test
    void an_agent_that_starts_on_a_full_disk_reports_its_trouble_and_looks_after_what_runs() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        kill();
        shortOfRoom = true;
        begin();
        Await.until("word on its trouble", SOON, () -> newest().degraded().isPresent());
        agent.obey(command(1, 2, new AbortMigration(VM)));
        assertThat(reports.first(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.StayedAtSource.class);
        agent.obey(command(2, 3, migrate(BRISK)));
        assertThat(refused(3).detail()).isEqualTo("the disk is full");
        Await.until(
                "its end in the journal",
                SOON,
                () -> agent.entries().stream().anyMatch(JournalEntry.AttemptReported.class::isInstance));
    }

    @Test
    void no_room_is_made_that_the_journal_does_not_know_of_and_what_was_made_before_is_not_forgotten() {
        LocalDisk disk = new LocalDisk(
                new DeviceId("vda"), new FilePath("/vms/a.img"), ImageFormat.RAW, Bytes.mebibytes(1), Optional.empty());
        PrepareDestination prepare = new PrepareDestination(
                Commands.vm(7), new VmName("coming"), Bytes.mebibytes(16), H2, List.of(disk), CopyMode.FULL);
        begin();
        shortOfRoom = true;
        agent.obey(command(1, 1, prepare));
        assertThat(reports.first(DestinationRefused.class).detail()).isEqualTo("the disk is full");
        assertThat(hypervisor.holds(disk.path())).isFalse();

        shortOfRoom = false;
        agent.obey(command(2, 2, prepare));
        reports.first(DestinationPrepared.class);
        shortOfRoom = true;
        agent.obey(command(3, 3, prepare));
        reports.first(DestinationRefused.class, refused -> refused.attempt().equals(new Attempt(3)));
        agent.obey(command(3, 4, new CleanupDestination(Commands.vm(7))));
        reports.first(DestinationCleaned.class);
        assertThat(hypervisor.holds(disk.path())).isFalse();
    }

    @Test
    void what_was_refused_stays_refused_in_the_next_life() {
        begin();
        full = true;
        CommandMessage start = command(1, 1, migrate(BRISK));
        agent.obey(start);
        refused(1);
        full = false;
        Await.until(
                "the refusal in the journal",
                SOON,
                () -> agent.entries().contains(new JournalEntry.OtherTaken(start.mark())));

        kill();
        begin();
        agent.obey(start);
        agent.obey(command(1, 2, new ObserveVm(VM)));
        reports.first(VmObserved.class);
        assertThat(hypervisor.started()).isEmpty();
        assertThat(reports.all(CommandRefused.class)).isEmpty();
    }

    @Test
    void a_migration_that_runs_comes_to_its_end_and_is_known_to_be_over() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));
        reports.first(MigrationStarted.class);
        full = true;
        assertThat(reports.first(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.Transferred.class);
        full = false;
        Await.until(
                "its end in the journal",
                SOON,
                () -> agent.entries().stream().anyMatch(JournalEntry.AttemptReported.class::isInstance));
        kill();
        begin();
        assertThat(reports.all(MigrationEnded.class)).isEmpty();
    }

    @Test
    void a_migration_that_runs_keeps_its_rate_and_can_be_stopped_and_asked_about() {
        begin();
        agent.obey(command(1, 1, migrate(SLOW)));
        reports.first(MigrationStarted.class);
        full = true;
        agent.obey(command(1, 2, new SetRate(VM, BRISK)));
        refused(2);
        assertThat(hypervisor.rates()).doesNotContain(BRISK);
        agent.obey(command(1, 3, new ObserveVm(VM)));
        assertThat(reports.first(VmObserved.class).jobActive()).isTrue();
        agent.obey(command(1, 4, new AbortMigration(VM)));
        assertThat(reports.first(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.StayedAtSource.class);
        assertThat(datacenter.connect(H1).observe(VM).is(VmState.RUNNING)).isTrue();
    }

    @Test
    void who_stops_what_was_refused_hears_that_it_never_began() {
        begin();
        full = true;
        agent.obey(command(1, 1, migrate(BRISK)));
        refused(1);
        agent.obey(command(1, 2, new AbortMigration(VM)));
        assertThat(reports.first(MigrationEnded.class).verdict())
                .as("asked to stop what never began")
                .isInstanceOf(SourceVerdict.StayedAtSource.class);
    }

    private CommandRefused refused(long sequence) {
        CommandRefused refused =
                reports.first(CommandRefused.class, report -> report.command().equals(new Sequence(sequence)));
        assertThat(refused.refusal()).isEqualTo(RefusalReason.NO_JOURNAL);
        return refused;
    }

    private HostFacts newest() {
        List<InventoryReport> all = reports.all(InventoryReport.class);
        return all.getLast().facts();
    }
}
