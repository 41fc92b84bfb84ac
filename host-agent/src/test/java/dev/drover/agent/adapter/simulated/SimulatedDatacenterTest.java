package dev.drover.agent.adapter.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.agent.port.Await;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedDatacenterTest {
    private static final HostId H1 = new HostId("h1");
    private static final HostId H2 = new HostId("h2");
    private static final VmId VM = new VmId(new UUID(0, 1));
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final BitsPerSecond GIGABIT = BitsPerSecond.megabits(1000);
    private static final MigrationRequest REQUEST = new MigrationRequest(VM, uri(H2), GIGABIT);

    /** Time that has passed in the world and that it has not been told of. */
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private final SimulatedDatacenter datacenter = new SimulatedDatacenter(
            List.of(host(H1), host(H2)), Duration.ofSeconds(30), () -> ahead.getAndSet(Duration.ZERO));

    @BeforeEach
    void boot() {
        datacenter.boot(
                H1, new SimulatedGuest(VM, new VmName("large"), Bytes.gibibytes(512), Bytes.ZERO, BitsPerSecond.ZERO));
    }

    @AfterEach
    void close() {
        datacenter.close();
    }

    @Test
    void a_migration_of_hours_takes_no_longer_than_the_stopwatch_says() throws Exception {
        Hypervisor hypervisor = datacenter.connect(H1);
        CompletableFuture<JobResult> result = migrate(hypervisor);
        ahead.set(Duration.ofHours(2));
        assertThat(result.get(SOON.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(JobResult.Completed.class);
        assertThat(datacenter.connect(H2).observe(VM).is(VmState.RUNNING)).isTrue();
    }

    @Test
    void closing_a_connection_fails_its_calls_and_leaves_its_migration_to_others() {
        Hypervisor hypervisor = datacenter.connect(H1);
        CompletableFuture<JobResult> result = migrate(hypervisor);
        hypervisor.close();
        assertClosed(result, "the connection to host h1 is closed");
        assertThatThrownBy(() -> hypervisor.observe(VM)).isInstanceOf(HypervisorException.class);
        assertThatThrownBy(() -> hypervisor.migrate(REQUEST)).isInstanceOf(HypervisorException.class);
        assertThatThrownBy(() -> hypervisor.onChange(() -> {})).isInstanceOf(HypervisorException.class);
        assertThat(datacenter.connect(H1).progress(VM)).isPresent();
    }

    @Test
    void a_closed_connection_hears_nothing_any_more_and_the_others_still_do() {
        Hypervisor leaving = datacenter.connect(H1);
        Hypervisor staying = datacenter.connect(H1);
        AtomicInteger left = new AtomicInteger();
        AtomicInteger stayed = new AtomicInteger();
        leaving.onChange(left::incrementAndGet);
        staying.onChange(stayed::incrementAndGet);
        leaving.close();
        migrate(staying);
        ahead.set(Duration.ofHours(2));
        Await.until("news for the one that stayed", SOON, () -> stayed.get() > 0);
        assertThat(left).hasValue(0);
    }

    @Test
    void a_listener_that_throws_does_not_keep_the_news_from_others() {
        Hypervisor hypervisor = datacenter.connect(H1);
        AtomicInteger heard = new AtomicInteger();
        hypervisor.onChange(() -> {
            throw new IllegalStateException("a listener in trouble, on purpose");
        });
        hypervisor.onChange(heard::incrementAndGet);
        datacenter.boot(
                H1,
                new SimulatedGuest(
                        new VmId(new UUID(0, 2)), new VmName("b"), Bytes.mebibytes(1), Bytes.ZERO, BitsPerSecond.ZERO));
        Await.until("news", SOON, () -> heard.get() > 0);
    }

    @Test
    void a_cut_network_fails_the_migration_and_a_healed_one_carries_the_next() throws Exception {
        Hypervisor hypervisor = datacenter.connect(H1);
        CompletableFuture<JobResult> lost = migrate(hypervisor);
        datacenter.cut(H1, H2);
        ahead.set(Duration.ofSeconds(31));
        assertThat(lost.get(SOON.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        JobResult.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(FailureKind.DESTINATION_UNREACHABLE));
        datacenter.heal(H1, H2);
        CompletableFuture<JobResult> second = migrate(hypervisor);
        ahead.set(Duration.ofHours(2));
        assertThat(second.get(SOON.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(JobResult.Completed.class);
    }

    @Test
    void with_the_datacenter_everything_in_it_ends() {
        Hypervisor hypervisor = datacenter.connect(H1);
        CompletableFuture<JobResult> result = migrate(hypervisor);
        datacenter.close();
        assertThat(result.join()).isInstanceOf(JobResult.Failed.class);
        assertThatThrownBy(() -> hypervisor.observe(VM))
                .isInstanceOf(HypervisorException.class)
                .hasMessage("the simulated datacenter is closed");
    }

    @Test
    void a_host_that_is_not_there_cannot_be_connected_to() {
        assertThatThrownBy(() -> datacenter.connect(new HostId("h9"))).isInstanceOf(InvalidValueException.class);
    }

    /** A migration that has begun. */
    private CompletableFuture<JobResult> migrate(Hypervisor hypervisor) {
        CompletableFuture<JobResult> result = CompletableFuture.supplyAsync(() -> hypervisor.migrate(REQUEST));
        Await.until(
                "the migration under way",
                SOON,
                () -> datacenter.ask(world -> world.progress(H1, VM)).isPresent());
        return result;
    }

    private static void assertClosed(CompletableFuture<JobResult> result, String message) {
        assertThatThrownBy(() -> result.get(SOON.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(HypervisorException.class)
                .hasMessage(message);
    }

    private static SimulatedHost host(HostId host) {
        return new SimulatedHost(host, Bytes.gibibytes(1024), GIGABIT, uri(host));
    }

    private static MigrationUri uri(HostId host) {
        return new MigrationUri("sim://" + host);
    }
}
