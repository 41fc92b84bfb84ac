package dev.drover.agent.adapter.libvirt;

import static dev.drover.schema.inventory.VmState.LEAVING;
import static dev.drover.schema.inventory.VmState.MIGRATED_AWAY;
import static dev.drover.schema.inventory.VmState.PAUSED;
import static dev.drover.schema.inventory.VmState.RUNNING;
import static dev.drover.schema.inventory.VmState.SHUT_OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.agent.port.Await;
import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.JobProgress;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.id.VmId;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only real libvirt can go through: daemons that die, hang and come back, and vms with pasts. */
@Tag("lab")
class LibvirtFaultsLabTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final BitsPerSecond SLOW = BitsPerSecond.mebibytesPerSecond(4);
    private static final BitsPerSecond FAST = BitsPerSecond.mebibytesPerSecond(16);

    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private static Lab lab;

    private LibvirtHypervisor source;
    private LibvirtHypervisor destination;

    @BeforeAll
    static void up() {
        lab = Lab.up(2);
    }

    @AfterAll
    static void down() {
        lab.close();
        THREADS.shutdownNow();
    }

    @BeforeEach
    void connect() {
        source = lab.connect("h1");
        destination = lab.connect("h2");
    }

    @AfterEach
    void clear() {
        source.close();
        destination.close();
        lab.clear();
    }

    @Test
    void a_connection_whose_libvirt_died_comes_back_with_it_and_listeners_hear_so() {
        VmId vm = lab.startGuest("h1", "guest");
        AtomicInteger changes = new AtomicInteger();
        source.onChange(changes::incrementAndGet);

        lab.run("host", "kill-libvirtd", "h1");
        assertThatThrownBy(() -> source.observe(vm)).isInstanceOf(HypervisorException.class);
        Await.until("the loss noticed", SOON, () -> refusal(vm).contains("is not connected"));
        int before = changes.get();

        lab.run("host", "start-libvirtd", "h1");
        Await.until("the connection back", SOON, () -> refusal(vm).isEmpty());
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        Await.until("a call, as news may have been missed", SOON, () -> changes.get() > before);
        int back = changes.get();
        lab.virsh("h1", "suspend", "guest");
        Await.until("news over the new connection", SOON, () -> changes.get() > back);
        assertThat(source.inventory().vm(vm))
                .hasValueSatisfying(facts -> assertThat(facts.state()).isEqualTo(PAUSED));
    }

    @Test
    void a_migration_whose_libvirt_dies_has_an_unknown_outcome_and_the_guest_stays() {
        VmId vm = lab.startGuest("h1", "guest", "--memory", "64");
        CompletableFuture<JobResult> job = start(vm, SLOW);
        underWay(vm);
        lab.run("host", "kill-libvirtd", "h1");

        assertThatThrownBy(() -> job.get(SOON.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(HypervisorException.class)
                .hasMessageContaining("was lost during a call, whose outcome is unknown");
        lab.run("host", "start-libvirtd", "h1");
        Await.until(
                "the guest running without a job",
                SOON,
                () -> seen(vm).equals(new Sighting(Optional.of(RUNNING), false)));
        lab.assertIntact("guest");
    }

    @Test
    void a_migration_whose_destination_loses_its_libvirt_leaves_the_guest_where_it_was() {
        VmId vm = lab.startGuest("h1", "guest", "--memory", "64");
        CompletableFuture<JobResult> job = start(vm, SLOW);
        underWay(vm);
        lab.run("host", "kill-libvirtd", "h2");

        assertUnreachable(failure(job));
        lab.run("host", "start-libvirtd", "h2");
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        lab.assertIntact("guest");
    }

    @Test
    void a_migration_whose_destination_loses_its_qemu_leaves_the_guest_where_it_was() {
        VmId vm = lab.startGuest("h1", "guest", "--memory", "64");
        CompletableFuture<JobResult> job = start(vm, SLOW);
        underWay(vm);
        lab.run("exec", "h2", "sh", "-c", "kill -KILL $(cat /run/libvirt/qemu/guest.pid)");

        assertUnreachable(failure(job));
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        lab.assertIntact("guest");
    }

    @Test
    void a_libvirt_that_hangs_is_an_error_after_the_deadline_and_not_for_ever() {
        VmId vm = lab.startGuest("h1", "guest");
        LibvirtSettings hasty = lab.settings("h1").withDeadlines(Duration.ofSeconds(1), SOON);
        try (LibvirtHypervisor impatient = LibvirtHypervisor.connect(hasty)) {
            assertThat(impatient.observe(vm).is(RUNNING)).isTrue();
            signalLibvirtd("STOP");
            try {
                assertThatThrownBy(() -> impatient.observe(vm))
                        .isInstanceOf(HypervisorException.class)
                        .hasMessage("libvirt did not answer the state of " + vm + " within 1.0 s");
            } finally {
                signalLibvirtd("CONT");
            }
            Await.until("an answer", SOON, () -> impatient.observe(vm).is(RUNNING));
        }
    }

    @Test
    void other_calls_are_answered_while_a_migration_waits_for_its_end() {
        VmId vm = lab.startGuest("h1", "guest", "--memory", "64");
        CompletableFuture<JobResult> job = start(vm, BitsPerSecond.mebibytesPerSecond(10));
        long longest = 0;
        while (!job.isDone()) {
            long asked = System.nanoTime();
            source.progress(vm);
            longest = Math.max(longest, System.nanoTime() - asked);
        }
        assertThat(job).isCompletedWithValueMatching(JobResult.Completed.class::isInstance);
        // On the connection of the migration itself, some would only be sent with the next keepalive, after 5 s.
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void a_rate_set_before_qemu_sends_holds_all_the_same() {
        VmId vm = lab.startGuest("h1", "guest", "--memory", "64");
        CompletableFuture<JobResult> job = start(vm, BitsPerSecond.mebibytesPerSecond(1));
        Await.until("the job", SOON, () -> source.progress(vm).isPresent());
        assertThat(source.progress(vm))
                .hasValueSatisfying(now -> assertThat(now.iteration()).isZero());
        source.setRate(vm, FAST);

        // At the rate it began with this would take a minute.
        assertThat(job).succeedsWithin(SOON).isInstanceOf(JobResult.Completed.class);
        lab.assertIntact("guest");
    }

    @Test
    void a_migration_aborted_before_qemu_sends_leaves_nothing_behind() {
        VmId vm = lab.startGuest("h1", "guest", "--memory", "64");
        CompletableFuture<JobResult> job = start(vm, SLOW);
        Await.until("the job", SOON, () -> source.progress(vm).isPresent());
        source.abort(vm);

        assertThat(source.progress(vm)).isEmpty();
        assertThat(failure(job).kind()).isEqualTo(FailureKind.ABORTED);
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        Await.until(
                "nothing at the destination",
                SOON,
                () -> destination.observe(vm).equals(Sighting.NOTHING));
        lab.assertIntact("guest");
    }

    @Test
    void an_abort_in_post_copy_leaves_the_guest_on_its_way_and_says_nothing() {
        VmId vm = lab.startGuest("h1", "guest", "--memory", "64");
        String[] migrate = ("migrate --live --p2p --persistent --postcopy --bandwidth 2 --postcopy-bandwidth 4 guest "
                        + lab.settings("h2").migrationUri())
                .split(" ");
        CompletableFuture<String> job = CompletableFuture.supplyAsync(() -> lab.virsh("h1", migrate), THREADS);
        underWay(vm);
        lab.virsh("h1", "migrate-postcopy", "guest");
        Await.until(
                "the guest gone ahead",
                SOON,
                () -> source.observe(vm).equals(new Sighting(Optional.of(LEAVING), true)));
        source.abort(vm);
        assertThat(job).isNotDone();
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(LEAVING), true));

        assertThat(job).succeedsWithin(SOON);
        assertThat(destination.observe(vm).is(RUNNING)).isTrue();
        assertThat(source.observe(vm).is(MIGRATED_AWAY)).isTrue();
        lab.assertIntact("guest");
    }

    @Test
    void an_abort_while_the_network_is_silent_waits_for_the_keepalive_and_leaves_the_guest_where_it_was() {
        VmId vm = lab.startGuest("h1", "guest", "--memory", "64");
        CompletableFuture<JobResult> job = start(vm, SLOW);
        underWay(vm);
        lab.run("net", "cut", "h1", "h2");
        source.abort(vm);

        assertThat(source.progress(vm)).isEmpty();
        assertThat(failure(job).kind()).isIn(FailureKind.ABORTED, FailureKind.DESTINATION_UNREACHABLE);
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        lab.assertIntact("guest");
    }

    @Test
    void a_second_migration_of_a_vm_on_its_way_is_refused_and_the_first_goes_on() {
        VmId vm = lab.startGuest("h1", "guest", "--memory", "64");
        CompletableFuture<JobResult> first = start(vm, FAST);
        underWay(vm);
        JobResult.Failed second = failure(start(vm, FAST));
        assertThat(second.kind()).isEqualTo(FailureKind.HYPERVISOR_ERROR);
        assertThat(second.detail()).contains("has a job already: OUTGOING");
        assertThat(first).succeedsWithin(SOON).isInstanceOf(JobResult.Completed.class);
    }

    @Test
    void a_transient_vm_is_not_migrated_because_no_definition_would_stay() {
        VmId vm = lab.startGuest("h1", "guest", "--transient");
        JobResult.Failed failed = failure(start(vm, FAST));
        assertThat(failed.kind()).isEqualTo(FailureKind.HYPERVISOR_ERROR);
        assertThat(failed.detail()).contains("transient").contains("virsh define");
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
    }

    @Test
    void what_stays_behind_has_no_autostart() {
        VmId vm = lab.startGuest("h1", "guest");
        lab.virsh("h1", "autostart", "guest");
        assertThat(start(vm, FAST)).succeedsWithin(SOON).isInstanceOf(JobResult.Completed.class);
        assertThat(source.observe(vm).is(MIGRATED_AWAY)).isTrue();
        assertThat(autostart()).isEqualTo("disable");
    }

    @Test
    void a_vm_that_could_not_leave_has_its_autostart_again() {
        VmId vm = lab.startGuest("h1", "guest", "--memory", "64");
        lab.virsh("h1", "autostart", "guest");
        CompletableFuture<JobResult> job = start(vm, SLOW);
        underWay(vm);
        assertThat(autostart()).isEqualTo("disable");
        source.abort(vm);
        assertThat(failure(job).kind()).isEqualTo(FailureKind.ABORTED);
        assertThat(autostart()).isEqualTo("enable");
    }

    @Test
    void a_destination_that_has_a_vm_of_that_name_refuses() {
        VmId vm = lab.startGuest("h1", "guest");
        lab.define("h2", lab.xml("guest"));
        assertThat(failure(start(vm, FAST)).kind()).isEqualTo(FailureKind.DESTINATION_REFUSED);
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
    }

    @Test
    void a_destination_without_the_vms_kernel_refuses() {
        lab.run("exec", "h1", "cp", "/lab/image/guest.elf", "/root/only-here.elf");
        lab.define("h1", lab.xml("guest").replace("/lab/image/guest.elf", "/root/only-here.elf"));
        lab.virsh("h1", "start", "guest");
        VmId vm = lab.id("h1", "guest");
        JobResult.Failed failed = failure(start(vm, FAST));
        assertThat(failed.kind()).isEqualTo(FailureKind.DESTINATION_REFUSED);
        assertThat(failed.detail()).contains("only-here.elf").contains("(libvirt error 38, VIR_ERR_SYSTEM_ERROR)");
    }

    @Test
    void a_released_vm_keeps_its_nvram_file_for_the_host_it_runs_on() {
        lab.run("exec", "h1", "touch", "/root/guest.nvram");
        lab.define(
                "h1",
                lab.xml("guest")
                        .replaceAll(
                                "<kernel>.*</kernel>\\s*<cmdline>.*</cmdline>",
                                "<loader readonly='yes' type='pflash'>/lab/image/guest.elf</loader><nvram>/root/guest.nvram</nvram>"));
        VmId vm = lab.id("h1", "guest");
        source.release(vm);
        assertThat(source.observe(vm)).isEqualTo(Sighting.NOTHING);
        lab.run("exec", "h1", "test", "-e", "/root/guest.nvram");
    }

    @Test
    void a_libvirt_that_was_started_again_no_longer_knows_that_a_vm_left_but_releases_it() {
        VmId vm = lab.startGuest("h1", "guest");
        assertThat(start(vm, FAST)).succeedsWithin(SOON).isInstanceOf(JobResult.Completed.class);
        assertThat(source.observe(vm).is(MIGRATED_AWAY)).isTrue();
        lab.run("host", "kill-libvirtd", "h1");
        lab.run("host", "start-libvirtd", "h1");

        Await.until("the connection back", SOON, () -> refusal(vm).isEmpty());
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(SHUT_OFF), false));
        assertThat(source.lastJob(vm)).isEmpty();
        source.release(vm);
        assertThat(source.observe(vm)).isEqualTo(Sighting.NOTHING);
        assertThat(destination.observe(vm).is(RUNNING)).isTrue();
        lab.assertIntact("guest");
    }

    @Test
    void a_vm_comes_back_to_the_host_that_still_has_its_definition() {
        VmId vm = lab.startGuest("h1", "guest");
        assertThat(start(vm, FAST)).succeedsWithin(SOON).isInstanceOf(JobResult.Completed.class);
        JobResult back =
                destination.migrate(new MigrationRequest(vm, lab.settings("h1").migrationUri(), FAST));
        assertThat(back).isInstanceOf(JobResult.Completed.class);
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        assertThat(source.lastJob(vm)).as("its last job here was to arrive").isEmpty();
        assertThat(destination.observe(vm).is(MIGRATED_AWAY)).isTrue();
        lab.assertIntact("guest");
    }

    private CompletableFuture<JobResult> start(VmId vm, BitsPerSecond rate) {
        MigrationRequest request = new MigrationRequest(vm, lab.settings("h2").migrationUri(), rate);
        return CompletableFuture.supplyAsync(() -> source.migrate(request), THREADS);
    }

    private JobProgress underWay(VmId vm) {
        return Await.present(
                "a first MiB",
                SOON,
                () -> source.progress(vm).filter(now -> now.transferred().value() >= 1 << 20));
    }

    private static JobResult.Failed failure(CompletableFuture<JobResult> job) {
        return assertThat(job)
                .succeedsWithin(SOON)
                .asInstanceOf(InstanceOfAssertFactories.type(JobResult.Failed.class))
                .actual();
    }

    private static void assertUnreachable(JobResult.Failed failed) {
        assertThat(failed.kind()).as(failed.detail()).isEqualTo(FailureKind.DESTINATION_UNREACHABLE);
    }

    private String refusal(VmId vm) {
        try {
            source.observe(vm);
            return "";
        } catch (HypervisorException e) {
            return e.getMessage();
        }
    }

    private Sighting seen(VmId vm) {
        try {
            return source.observe(vm);
        } catch (HypervisorException notYet) {
            return Sighting.NOTHING;
        }
    }

    private static String autostart() {
        return lab.virsh("h1", "dominfo", "guest")
                .lines()
                .filter(line -> line.startsWith("Autostart:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow();
    }

    private static void signalLibvirtd(String signal) {
        lab.run("exec", "h1", "sh", "-c", "kill -" + signal + " $(cat /run/libvirtd.pid)");
    }
}
