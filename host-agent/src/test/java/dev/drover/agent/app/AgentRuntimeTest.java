package dev.drover.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.kafka.ZoneInKafka;
import dev.drover.agent.adapter.simulated.SimulatedDatacenter;
import dev.drover.agent.adapter.simulated.SimulatedGuest;
import dev.drover.agent.adapter.simulated.SimulatedHost;
import dev.drover.agent.adapter.simulated.Stopwatch;
import dev.drover.agent.domain.Commands;
import dev.drover.agent.engine.Pace;
import dev.drover.agent.port.Await;
import dev.drover.agent.port.Hypervisor;
import dev.drover.deploy.kafka.EmbeddedKafka;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.VmObserved;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole agents on simulated hosts, spoken to through a real broker as the scheduler does. */
class AgentRuntimeTest {
    private static final HostId H1 = new HostId("h1");
    private static final HostId H2 = new HostId("h2");
    private static final VmId VM = Commands.VM;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final BitsPerSecond SLOW = BitsPerSecond.mebibytesPerSecond(1);
    private static final BitsPerSecond BRISK = BitsPerSecond.mebibytesPerSecond(8);

    @TempDir
    static Path folder;

    private static EmbeddedKafka kafka;
    private static int zones;

    private final Map<HostId, AgentRuntime> agents = new HashMap<>();
    private SimulatedDatacenter datacenter;
    private ZoneInKafka zone;

    @BeforeAll
    static void startBroker() {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @BeforeEach
    void build() {
        zone = new ZoneInKafka(kafka.bootstrap(), "z1", zones++);
        datacenter = new SimulatedDatacenter(List.of(host(H1), host(H2)), Duration.ofSeconds(1), Stopwatch.realTime());
        datacenter.boot(
                H1, new SimulatedGuest(VM, new VmName("guest"), Bytes.mebibytes(24), Bytes.ZERO, BitsPerSecond.ZERO));
    }

    @AfterEach
    void tearDown() {
        agents.values().forEach(AgentRuntime::close);
        datacenter.close();
        zone.close();
    }

    @Test
    void a_guest_is_moved_seen_at_its_destination_and_released_at_its_source() {
        start(H1);
        start(H2);
        zone.report(InventoryReport.class, report -> report.facts().host().equals(H1));
        zone.report(InventoryReport.class, report -> report.facts().host().equals(H2));

        zone.give(to(H1, 1, migrate(BitsPerSecond.mebibytesPerSecond(4))));
        zone.report(MigrationStarted.class);
        assertThat(zone.report(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.Transferred.class);
        zone.give(to(H2, 2, new ObserveVm(VM)));
        assertThat(zone.report(VmObserved.class))
                .isEqualTo(
                        new VmObserved(new MigrationId("m1"), Attempt.FIRST, VM, Optional.of(VmState.RUNNING), false));
        zone.give(to(H1, 3, new ReleaseSource(VM)));
        zone.report(SourceReleased.class);
        zone.report(
                InventoryReport.class,
                report ->
                        report.facts().host().equals(H1) && report.facts().vms().isEmpty());
        Await.until("a sample", SOON, () -> !zone.samples().isEmpty());
        assertThat(zone.reports(CommandRefused.class)).isEmpty();
    }

    @Test
    void an_agent_killed_in_the_middle_of_a_migration_adopts_it_and_starts_nothing_twice() {
        start(H1);
        CommandMessage start = to(H1, 1, migrate(SLOW));
        zone.give(start);
        zone.report(MigrationStarted.class);
        agents.remove(H1).abandon();
        zone.give(start);

        start(H1);
        Await.until(
                "a start reported by each life",
                SOON,
                () -> zone.reports(MigrationStarted.class).size() == 2);
        zone.give(start);
        zone.give(to(H1, 2, new SetRate(VM, BRISK)));
        zone.report(RateApplied.class);
        assertThat(zone.report(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.Transferred.class);
        zone.give(to(H1, 3, new ReleaseSource(VM)));
        zone.report(SourceReleased.class);

        assertThat(zone.reports(MigrationEnded.class)).hasSize(1);
        assertThat(zone.reports(CommandRefused.class)).isEmpty();
        assertOrderedWithoutGaps();
    }

    @Test
    void an_agent_killed_before_a_migration_ends_reports_the_end_when_it_is_back() {
        start(H1);
        zone.give(to(H1, 1, migrate(BRISK)));
        zone.report(MigrationStarted.class);
        agents.remove(H1).abandon();
        try (Hypervisor view = datacenter.connect(H1)) {
            Await.until("the guest gone", SOON, () -> view.observe(VM).is(VmState.MIGRATED_AWAY));
        }
        start(H1);
        assertThat(zone.report(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.Transferred.class);
        assertOrderedWithoutGaps();
    }

    @Test
    void commands_that_come_while_an_agent_is_away_are_carried_out_or_refused_when_it_is_back() {
        start(H1);
        agents.remove(H1).close();
        zone.give(Commands.to(H1, Commands.mark("m2", 1, 1, 1, Instant.now().plusMillis(10)), new ObserveVm(VM)));
        zone.give(to(H1, 1, new ObserveVm(VM)));
        start(H1);
        assertThat(zone.report(CommandRefused.class).migration()).isEqualTo(new MigrationId("m2"));
        assertThat(zone.report(VmObserved.class).migration()).isEqualTo(new MigrationId("m1"));
    }

    @Test
    void a_migration_goes_on_after_an_orderly_end() {
        start(H1);
        zone.give(to(H1, 1, migrate(BRISK)));
        zone.report(MigrationStarted.class);
        agents.remove(H1).close();
        try (Hypervisor view = datacenter.connect(H2)) {
            Await.until("the guest arrived", SOON, () -> view.observe(VM).is(VmState.RUNNING));
        }
    }

    @Test
    void a_broker_that_restarts_in_the_middle_delays_reports_and_loses_none() {
        start(H1);
        zone.give(to(H1, 1, migrate(SLOW)));
        zone.report(MigrationStarted.class);
        zone.give(to(H1, 2, new SetRate(VM, BRISK)));
        zone.report(RateApplied.class);
        kafka.restart();
        int number = zone.address(H1).layout().partition();
        zone.close();
        zone = new ZoneInKafka(kafka.bootstrap(), "z1", number);
        assertThat(zone.report(MigrationEnded.class).verdict()).isInstanceOf(SourceVerdict.Transferred.class);
        zone.give(to(H1, 3, new ReleaseSource(VM)));
        zone.report(SourceReleased.class);
        assertOrderedWithoutGaps();
    }

    /** Within each life the numbers go up by one, from one; lives come one after the other. */
    private void assertOrderedWithoutGaps() {
        long life = 0;
        long number = 0;
        for (ReportMessage report : zone.reports()) {
            long itsLife = report.mark().incarnation().value();
            assertThat(itsLife).isGreaterThanOrEqualTo(life);
            number = itsLife > life ? 1 : number + 1;
            life = itsLife;
            assertThat(report.mark().sequence().value()).as("in life %d", life).isEqualTo(number);
        }
    }

    private void start(HostId host) {
        AgentRuntime agent = AgentRuntime.start(
                new AgentSettings(zone.address(host), folder.resolve("journal-" + zones + "-" + host), Pace.USUAL),
                datacenter.connect(host));
        agents.put(host, agent);
        CompletableFuture<?> reading = agent.reading().toCompletableFuture();
        Await.until("agent " + host + " reading", SOON, reading::isDone);
    }

    private static CommandMessage to(HostId host, long sequence, AgentCommand command) {
        return Commands.to(
                host, Commands.mark("m1", 1, sequence, 1, Instant.now().plusSeconds(60)), command);
    }

    private static AgentCommand migrate(BitsPerSecond rate) {
        return Commands.start(VM, new MigrationUri("sim://" + H2), rate, Duration.ofMinutes(5));
    }

    private static SimulatedHost host(HostId host) {
        return new SimulatedHost(
                host, Bytes.gibibytes(1), BitsPerSecond.megabits(1000), new MigrationUri("sim://" + host));
    }
}
