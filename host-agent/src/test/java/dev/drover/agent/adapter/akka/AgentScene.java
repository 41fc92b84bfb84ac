package dev.drover.agent.adapter.akka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.journal.FileJournal;
import dev.drover.agent.adapter.simulated.SimulatedDatacenter;
import dev.drover.agent.adapter.simulated.SimulatedGuest;
import dev.drover.agent.adapter.simulated.SimulatedHost;
import dev.drover.agent.adapter.simulated.Stopwatch;
import dev.drover.agent.domain.AgentState;
import dev.drover.agent.domain.Commands;
import dev.drover.agent.port.Await;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts, a guest of 16 MiB on the first, and the first's agent, which can be killed and started again. */
abstract class AgentScene {
    static final HostId H1 = new HostId("h1");
    static final HostId H2 = new HostId("h2");
    static final MigrationId M1 = new MigrationId("m1");
    static final Attempt FIRST = Attempt.FIRST;
    static final VmId VM = Commands.VM;
    static final Duration SOON = Duration.ofSeconds(20);
    /** The guest takes 16 s to move. */
    static final BitsPerSecond SLOW = BitsPerSecond.mebibytesPerSecond(1);
    /** It takes two. */
    static final BitsPerSecond BRISK = BitsPerSecond.mebibytesPerSecond(8);

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Bytes MEMORY = Bytes.mebibytes(16);

    @TempDir
    Path folder;

    SimulatedDatacenter datacenter;
    RecordedReports reports;
    Tampered hypervisor;
    AgentLife agent;

    @BeforeEach
    void build() {
        datacenter = new SimulatedDatacenter(List.of(host(H1), host(H2)), Duration.ofSeconds(1), Stopwatch.realTime());
        datacenter.boot(H1, guest(VM));
        hypervisor = new Tampered(datacenter.connect(H1));
        reports = new RecordedReports();
    }

    @AfterEach
    void tearDown() {
        if (agent != null) {
            agent.close();
        }
        datacenter.close();
    }

    void begin() {
        agent = newLife().adopted();
    }

    AgentLife newLife() {
        agent = new AgentLife(folder, H1, hypervisor, reports);
        return agent;
    }

    /** Kills the agent; what runs goes on, and what it reports from now on is a new list. */
    void kill() {
        agent.close();
        hypervisor = new Tampered(datacenter.connect(H1));
        reports = new RecordedReports();
    }

    static SimulatedGuest guest(VmId vm) {
        return new SimulatedGuest(vm, new VmName("guest"), MEMORY, Bytes.ZERO, BitsPerSecond.ZERO);
    }

    static StartMigration migrate(BitsPerSecond rate) {
        return Commands.start(VM, uri(H2), rate, LONG);
    }

    static CommandMessage command(long attempt, long sequence, AgentCommand command) {
        return command("m1", attempt, sequence, 1, Instant.now().plusSeconds(60), command);
    }

    static CommandMessage command(
            String migration, long attempt, long sequence, long epoch, Instant expiresAt, AgentCommand command) {
        return Commands.to(H1, Commands.mark(migration, attempt, sequence, epoch, expiresAt), command);
    }

    static MigrationUri uri(HostId host) {
        return new MigrationUri("sim://" + host);
    }

    void awaitAt(HostId host, VmState state) {
        try (Hypervisor view = datacenter.connect(host)) {
            Await.until(
                    VM + " " + state + " at " + host,
                    SOON,
                    () -> view.observe(VM).equals(new Sighting(Optional.of(state), false)));
        }
    }

    /** Whatever job there is. */
    void awaitState(HostId host, VmState state) {
        try (Hypervisor view = datacenter.connect(host)) {
            Await.until(
                    VM + " " + state + " at " + host,
                    SOON,
                    () -> view.observe(VM).is(state));
        }
    }

    void assertAt(HostId host, VmState state) {
        try (Hypervisor view = datacenter.connect(host)) {
            assertThat(view.observe(VM).state()).contains(state);
        }
    }

    /** What a killed agent's journal says. */
    AgentState journalled() {
        try (FileJournal journal = FileJournal.open(folder)) {
            return AgentState.of(journal.recovered());
        }
    }

    private static SimulatedHost host(HostId host) {
        return new SimulatedHost(host, Bytes.gibibytes(1), BitsPerSecond.megabits(1000), uri(host));
    }
}
