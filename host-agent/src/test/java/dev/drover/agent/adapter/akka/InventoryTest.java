package dev.drover.agent.adapter.akka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.domain.Commands;
import dev.drover.agent.port.Await;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.SourceReleased;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What is reported of the host, and when. */
class InventoryTest extends AgentScene {
    @Test
    void the_inventory_follows_a_departure_and_a_release() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));
        reports.first(MigrationEnded.class);
        reports.first(InventoryReport.class, report -> stateIn(report).equals(Optional.of(VmState.MIGRATED_AWAY)));

        agent.obey(command(1, 2, new ReleaseSource(VM)));
        assertThat(reports.first(SourceReleased.class)).isEqualTo(new SourceReleased(M1, FIRST));
        reports.first(InventoryReport.class, report -> stateIn(report).isEmpty());
    }

    @Test
    void no_two_inventories_in_a_row_are_the_same() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));
        reports.first(InventoryReport.class, report -> stateIn(report).equals(Optional.of(VmState.MIGRATED_AWAY)));
        List<InventoryReport> all = reports.all(InventoryReport.class);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i)).isNotEqualTo(all.get(i - 1));
        }
    }

    @Test
    void a_host_that_changes_while_kafka_is_away_is_reported_once_it_is_back_as_it_is_then() {
        begin();
        reports.goAway();
        datacenter.boot(H1, guest(Commands.vm(2)));
        Await.until(
                "the change noticed",
                SOON,
                () -> reports.all(InventoryReport.class).size() == 2);
        datacenter.boot(H1, guest(Commands.vm(3)));
        datacenter.boot(H1, guest(Commands.vm(4)));
        assertThat(reports.all(InventoryReport.class)).hasSize(2);

        reports.comeBack();
        reports.first(InventoryReport.class, report -> report.facts().vms().size() == 4);
        assertThat(reports.all(InventoryReport.class)).hasSize(3);
    }

    @Test
    void a_host_that_can_not_be_looked_at_is_looked_at_again() {
        hypervisor.breakDown("not yet");
        newLife();
        datacenter.boot(H1, guest(Commands.vm(2)));
        assertThat(reports.all()).isEmpty();
        hypervisor.recover();
        agent.adopted();
        assertThat(reports.all()).hasSize(1);
    }

    @Test
    void an_agent_reports_its_host_before_it_takes_commands() {
        begin();
        assertThat(reports.all()).singleElement().isEqualTo(new InventoryReport(hypervisor.inventory()));
    }

    @Test
    void what_was_seen_before_a_release_is_not_reported_after_it() {
        begin();
        agent.obey(command(1, 1, migrate(BRISK)));
        reports.first(InventoryReport.class, report -> stateIn(report).equals(Optional.of(VmState.MIGRATED_AWAY)));
        CountDownLatch held = new CountDownLatch(1);
        hypervisor.holdInventory(held);
        datacenter.boot(H1, guest(Commands.vm(2)));
        Await.until("a look held back", SOON, () -> hypervisor.looking() > 0);

        agent.obey(command(1, 2, new ReleaseSource(VM)));
        reports.first(SourceReleased.class);
        held.countDown();
        reports.first(InventoryReport.class, report -> stateIn(report).isEmpty());
        int released = reports.all().indexOf(new SourceReleased(M1, FIRST));
        assertThat(reports.all().subList(released, reports.all().size()))
                .filteredOn(report -> report instanceof InventoryReport)
                .allSatisfy(
                        report -> assertThat(stateIn((InventoryReport) report)).isEmpty());
    }

    @Test
    void a_host_whose_clock_was_set_is_reported_again_though_nothing_else_changed() {
        begin();
        agent.setClock(Duration.ofSeconds(5));
        awaitInventories(2);
        agent.setClock(Duration.ZERO);
        awaitInventories(3);
        assertThat(reports.all()).containsOnly(new InventoryReport(hypervisor.inventory()));
    }

    @Test
    void a_clock_that_is_right_again_is_reported_when_anything_was_said_while_it_was_wrong() {
        begin();
        hypervisor.breakDown("no inventory while the clock is wrong");
        agent.setClock(Duration.ofSeconds(5));
        agent.obey(command(1, 1, new ObserveVm(VM)));
        reports.first(CommandRefused.class);
        agent.setClock(Duration.ZERO);
        assertThat(reports.all(InventoryReport.class)).hasSize(1);
        hypervisor.recover();
        awaitInventories(2);
    }

    @Test
    void a_host_that_does_not_change_and_whose_clock_is_left_alone_is_reported_once() {
        begin();
        int looks = hypervisor.looks();
        Await.until("three more looks", SOON, () -> hypervisor.looks() >= looks + 3);
        assertThat(reports.all()).hasSize(1);
    }

    private void awaitInventories(int count) {
        Await.until(
                count + " inventories",
                SOON,
                () -> reports.all(InventoryReport.class).size() == count);
    }

    private static Optional<VmState> stateIn(InventoryReport report) {
        return report.facts().vm(VM).map(VmFacts::state);
    }
}
