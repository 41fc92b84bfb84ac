package dev.drover.agent.adapter.libvirt;

import static dev.drover.schema.inventory.VmState.PAUSED;
import static dev.drover.schema.inventory.VmState.RUNNING;
import static dev.drover.schema.inventory.VmState.SHUT_OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.agent.port.Await;
import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.Hindrance;
import dev.drover.schema.inventory.HindranceKind;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;

/**
 * With libvirt's own make-believe hypervisor: it has one vm, lives in this process, and knows no jobs. Tagged as a lab
 * because it needs the client library.
 */
@Tag("lab")
class LibvirtTestDriverLabTest {
    private static final String URI = "test:///default";
    private static final LibvirtSettings SETTINGS = new LibvirtSettings(
            new HostId("h1"), URI, BitsPerSecond.megabits(10_000), new MigrationUri("qemu+tcp://10.0.0.1/system"));
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final VmId UNKNOWN = VmId.of("00000000-dead-4000-8000-000000000000");

    private LibvirtHypervisor hypervisor;
    private Connect beside;
    private Domain domain;
    private VmId vm;

    @BeforeEach
    void connect() throws LibvirtException {
        hypervisor = LibvirtHypervisor.connect(SETTINGS);
        beside = new Connect(URI);
        domain = beside.domainLookupByName("test");
        vm = VmId.of(domain.getUUIDString());
    }

    @AfterEach
    void close() throws LibvirtException {
        domain.free();
        beside.close();
        hypervisor.close();
    }

    @Test
    void the_inventory_holds_what_libvirt_says_and_what_the_settings_say() throws LibvirtException {
        HostFacts facts = hypervisor.inventory();
        assertThat(facts.host()).isEqualTo(SETTINGS.host());
        assertThat(facts.nic()).isEqualTo(SETTINGS.nic());
        assertThat(facts.migrationUri()).isEqualTo(SETTINGS.migrationUri());
        assertThat(facts.memory()).isEqualTo(new Bytes(beside.nodeInfo().memory * 1024));
        assertThat(facts.vms())
                .containsExactly(new VmFacts(
                        vm,
                        new VmName("test"),
                        new Bytes(domain.getMaxMemory() * 1024),
                        RUNNING,
                        List.of(new Hindrance(
                                HindranceKind.LOCAL_DISK,
                                "its disk vda, /guest/diskimage1, lies on its host alone and can't go along;"
                                        + " put it on shared storage")),
                        List.of()));
    }

    @Test
    void a_vm_that_pauses_and_resumes_is_seen_to() throws LibvirtException {
        domain.suspend();
        assertThat(hypervisor.observe(vm)).isEqualTo(new Sighting(Optional.of(PAUSED), false));
        domain.resume();
        assertThat(hypervisor.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
    }

    @Test
    void a_vm_that_was_switched_off_is_released_and_then_unknown() throws LibvirtException {
        domain.destroy();
        assertThat(hypervisor.observe(vm)).isEqualTo(new Sighting(Optional.of(SHUT_OFF), false));
        hypervisor.release(vm);
        assertThat(hypervisor.observe(vm)).isEqualTo(Sighting.NOTHING);
        hypervisor.release(vm);
        assertThat(hypervisor.inventory().vms()).isEmpty();
    }

    @Test
    void a_vm_that_runs_or_pauses_is_not_released() throws LibvirtException {
        assertThatThrownBy(() -> hypervisor.release(vm))
                .isInstanceOf(HypervisorException.class)
                .hasMessage(vm + " is RUNNING here, so its definition stays");
        domain.suspend();
        assertThatThrownBy(() -> hypervisor.release(vm))
                .isInstanceOf(HypervisorException.class)
                .hasMessage(vm + " is PAUSED here, so its definition stays");
        assertThat(hypervisor.observe(vm).is(PAUSED)).isTrue();
    }

    @Test
    void a_paused_vm_does_not_migrate() throws LibvirtException {
        domain.suspend();
        JobResult result = hypervisor.migrate(new MigrationRequest(
                vm, new MigrationUri("qemu+tcp://10.0.0.2/system"), BitsPerSecond.mebibytesPerSecond(1)));
        assertThat(result)
                .isEqualTo(new JobResult.Failed(FailureKind.VM_NOT_RUNNING, vm + " does not run here: it is PAUSED"));
    }

    @Test
    void a_hypervisor_that_can_not_migrate_says_so_in_its_own_words() {
        JobResult result = hypervisor.migrate(new MigrationRequest(
                vm, new MigrationUri("qemu+tcp://10.0.0.2/system"), BitsPerSecond.mebibytesPerSecond(1)));
        assertThat(result).isInstanceOf(JobResult.Failed.class);
        JobResult.Failed failed = (JobResult.Failed) result;
        assertThat(failed.kind()).isEqualTo(FailureKind.HYPERVISOR_ERROR);
        assertThat(failed.detail()).contains("(libvirt error ", "VIR_ERR_");
        assertThat(hypervisor.observe(vm).is(RUNNING)).isTrue();
    }

    @Test
    void a_vm_without_a_migration_has_no_rate() {
        assertThatThrownBy(() -> hypervisor.setRate(vm, BitsPerSecond.mebibytesPerSecond(4)))
                .isInstanceOf(HypervisorException.class)
                .hasMessage(vm + " does not migrate from here, and can't be told: the new rate");
        assertThatThrownBy(() -> hypervisor.setRate(UNKNOWN, BitsPerSecond.mebibytesPerSecond(4)))
                .isInstanceOf(HypervisorException.class);
    }

    @Test
    void a_listener_may_ask_for_the_inventory_and_sees_the_change() throws LibvirtException {
        AtomicInteger seen = new AtomicInteger();
        hypervisor.onChange(() -> {
            if (hypervisor
                    .inventory()
                    .vm(vm)
                    .filter(facts -> facts.state() == PAUSED)
                    .isPresent()) {
                seen.incrementAndGet();
            }
        });
        domain.suspend();
        Await.until("the listener to see it paused", SOON, () -> seen.get() > 0);
    }

    @Test
    void many_may_ask_at_once() {
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> hypervisor.observe(vm)))
                .hasSize(200)
                .containsOnly(new Sighting(Optional.of(RUNNING), false));
    }

    @Test
    void after_closing_every_call_says_so() {
        hypervisor.close();
        assertThatThrownBy(() -> hypervisor.inventory())
                .isInstanceOf(HypervisorException.class)
                .hasMessageContaining("closed");
        hypervisor.close();
    }

    @Test
    void a_libvirt_that_is_not_there_is_an_error_at_once_that_names_it() {
        String nowhere = "qemu+unix:///system?socket=/nonexistent/libvirt-sock";
        LibvirtSettings settings =
                new LibvirtSettings(SETTINGS.host(), nowhere, SETTINGS.nic(), SETTINGS.migrationUri());
        assertThatThrownBy(() -> LibvirtHypervisor.connect(settings))
                .isInstanceOf(HypervisorException.class)
                .hasMessageContaining(nowhere)
                .hasMessageContaining("No such file or directory");
    }
}
