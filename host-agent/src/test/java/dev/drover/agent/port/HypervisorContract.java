package dev.drover.agent.port;

import static dev.drover.schema.inventory.VmState.INCOMING;
import static dev.drover.schema.inventory.VmState.MIGRATED_AWAY;
import static dev.drover.schema.inventory.VmState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Hypervisor} does, played between two hosts that guests really move between. A migration that does
 * not work out is a {@link JobResult.Failed}, whatever the reason; exceptions are for a hypervisor that could not be
 * asked. Times are bounded generously: a case states what must hold, not how fast the machine is.
 */
public abstract class HypervisorContract extends HypervisorScene {
    /** Keepalives of a minute are common, and both ends have one. */
    private static final Duration AFTER_KEEPALIVE = Duration.ofSeconds(120);

    private static final Bytes SMALL = Bytes.mebibytes(32);
    private static final Bytes LARGE = Bytes.mebibytes(64);
    private static final BitsPerSecond SLOW = BitsPerSecond.mebibytesPerSecond(4);
    private static final BitsPerSecond MIDDLING = BitsPerSecond.mebibytesPerSecond(8);
    private static final BitsPerSecond FAST = BitsPerSecond.mebibytesPerSecond(16);
    /** Nothing listens on port 1 of any host. */
    private static final MigrationUri NOWHERE = new MigrationUri("qemu+tcp://127.0.0.1:1/system");

    private static final VmId UNKNOWN = VmId.of("00000000-dead-4000-8000-000000000000");

    @Test
    void the_inventory_lists_a_running_guest_on_its_host_and_on_no_other() {
        VmId vm = quiet(SMALL);
        assertThat(source.inventory().vm(vm)).contains(new VmFacts(vm, new VmName("guest"), SMALL, RUNNING));
        assertThat(destination.inventory().vm(vm)).isEmpty();
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
    }

    @Test
    void the_inventory_tells_the_two_hosts_apart() {
        HostFacts here = source.inventory();
        HostFacts there = destination.inventory();
        assertThat(here.host()).isNotEqualTo(there.host());
        assertThat(here.migrationUri()).isNotEqualTo(there.migrationUri());
        assertThat(here.memory()).isGreaterThan(Bytes.ZERO);
        assertThat(here.nic()).isGreaterThan(BitsPerSecond.ZERO);
    }

    @Test
    void a_vm_nobody_knows_is_observed_as_nothing() {
        assertThat(source.observe(UNKNOWN)).isEqualTo(Sighting.NOTHING);
        assertThat(source.progress(UNKNOWN)).isEmpty();
        assertThat(source.lastJob(UNKNOWN)).isEmpty();
    }

    @Test
    void a_live_migration_takes_a_guest_across_and_counts_what_that_took() {
        VmId vm = stage.startGuest("guest", SMALL, Bytes.mebibytes(2), BitsPerSecond.mebibytesPerSecond(1));
        TransferFigures figures = figuresOf(ended(start(source, vm, FAST)));

        assertThat(figures.duration()).isPositive().isLessThan(SOON);
        assertThat(figures.transferred()).isGreaterThan(Bytes.ZERO);
        assertThat(figures.iterations()).isPositive();
        assertThat(destination.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(MIGRATED_AWAY), false));
        assertThat(source.inventory().vm(vm)).map(VmFacts::state).contains(MIGRATED_AWAY);
        assertThat(destination.inventory().vm(vm)).contains(new VmFacts(vm, new VmName("guest"), SMALL, RUNNING));
        assertThat(source.progress(vm)).isEmpty();
        assertThat(source.lastJob(vm))
                .hasValueSatisfying(
                        last -> assertThat(figuresOf(last).transferred()).isEqualTo(figures.transferred()));
        stage.assertGuestIntact(vm);
    }

    @Test
    void a_migration_keeps_to_its_rate() {
        VmId vm = quiet(SMALL);
        TransferFigures figures = figuresOf(ended(start(source, vm, MIDDLING)));
        assertThat(figures.duration()).isGreaterThan(leastTime(figures.transferred(), MIDDLING));
        stage.assertGuestIntact(vm);
    }

    @Test
    void on_the_way_a_guest_runs_at_the_source_and_is_incoming_at_the_destination() {
        VmId vm = quiet(LARGE);
        CompletableFuture<JobResult> job = start(source, vm, SLOW);
        Await.until("the guest incoming", SOON, () -> destination.observe(vm).is(INCOMING));
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), true));
        assertThat(destination.inventory().vm(vm)).map(VmFacts::state).contains(INCOMING);
        assertThatThrownBy(() -> destination.release(vm)).isInstanceOf(HypervisorException.class);
        assertThat(destination.observe(vm).is(INCOMING)).isTrue();

        underWay(source, vm);
        source.setRate(vm, FAST);
        figuresOf(ended(job));
        stage.assertGuestIntact(vm);
    }

    @Test
    void a_guest_that_left_is_released_once_and_for_all() {
        VmId vm = quiet(SMALL);
        figuresOf(ended(start(source, vm, FAST)));
        source.release(vm);
        assertThat(source.observe(vm)).isEqualTo(Sighting.NOTHING);
        assertThat(source.inventory().vm(vm)).isEmpty();
        assertThatCode(() -> source.release(vm)).doesNotThrowAnyException();
        assertThat(destination.observe(vm).is(RUNNING)).isTrue();
        stage.assertGuestIntact(vm);
    }

    @Test
    void a_running_guest_is_not_released() {
        VmId vm = quiet(SMALL);
        assertThatThrownBy(() -> source.release(vm)).isInstanceOf(HypervisorException.class);
        assertThat(source.observe(vm).is(RUNNING)).isTrue();
    }

    @Test
    void without_a_job_there_is_no_progress_and_nothing_to_abort() {
        VmId vm = quiet(SMALL);
        assertThat(source.progress(vm)).isEmpty();
        assertThat(source.lastJob(vm)).isEmpty();
        assertThatCode(() -> source.abort(vm)).doesNotThrowAnyException();
        assertThatCode(() -> source.abort(UNKNOWN)).doesNotThrowAnyException();
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
    }

    @Test
    void progress_shows_a_job_getting_on_and_never_runs_back() {
        VmId vm = stage.startGuest("guest", LARGE, Bytes.mebibytes(2), BitsPerSecond.mebibytesPerSecond(1));
        CompletableFuture<JobResult> job = start(source, vm, FAST);
        List<JobProgress> samples = new ArrayList<>();
        Await.until("the end of the migration", SOON, () -> {
            source.progress(vm).filter(sample -> sample.iteration() > 0).ifPresent(samples::add);
            return job.isDone();
        });
        figuresOf(ended(job));

        assertThat(samples).hasSizeGreaterThan(3).allSatisfy(sample -> {
            assertThat(sample.total()).isBetween(new Bytes(LARGE.value() / 2), LARGE.plus(LARGE));
            assertThat(sample.remaining()).isLessThanOrEqualTo(sample.total());
        });
        assertThat(samples).extracting(JobProgress::transferred).isSorted().anyMatch(sent -> sent.value() > 0);
        assertThat(samples).extracting(JobProgress::iteration).isSorted();
        assertThat(samples).extracting(JobProgress::elapsed).isSorted();
        assertThat(samples).extracting(JobProgress::rate).anyMatch(rate -> rate.value() > 0);
        stage.assertGuestIntact(vm);
    }

    @Test
    void a_rate_raised_in_flight_makes_the_rest_faster() {
        VmId vm = quiet(LARGE);
        CompletableFuture<JobResult> job = start(source, vm, SLOW);
        Bytes sent = underWay(source, vm).transferred();
        source.setRate(vm, FAST);
        long raised = System.nanoTime();
        TransferFigures figures = figuresOf(ended(job));

        Duration rest = Duration.ofNanos(System.nanoTime() - raised);
        assertThat(rest).isLessThan(leastTime(figures.transferred().minus(sent), SLOW));
        stage.assertGuestIntact(vm);
    }

    @Test
    void a_rate_lowered_in_flight_makes_the_rest_slower() {
        VmId vm = quiet(SMALL);
        CompletableFuture<JobResult> job = start(source, vm, FAST);
        underWay(source, vm);
        source.setRate(vm, MIDDLING);
        // What QEMU had already handed to the kernel still leaves at the old rate.
        Bytes sent = underWay(source, vm).transferred().plus(Bytes.mebibytes(4));
        long lowered = System.nanoTime();
        TransferFigures figures = figuresOf(ended(job));

        Duration rest = Duration.ofNanos(System.nanoTime() - lowered);
        assertThat(rest).isGreaterThan(leastTime(figures.transferred().minus(sent), MIDDLING));
        stage.assertGuestIntact(vm);
    }

    @Test
    void an_aborted_migration_leaves_the_guest_where_it_was() {
        VmId vm = quiet(LARGE);
        CompletableFuture<JobResult> job = start(source, vm, SLOW);
        underWay(source, vm);
        source.abort(vm);

        assertThat(source.progress(vm)).isEmpty();
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        assertThat(failureOf(ended(job))).isEqualTo(FailureKind.ABORTED);
        goneFromDestination(vm, SOON);
        assertThat(source.lastJob(vm)).isEmpty();
        stage.assertGuestIntact(vm);
    }

    @Test
    void an_abort_made_twice_is_the_same_as_once() {
        VmId vm = quiet(LARGE);
        CompletableFuture<JobResult> job = start(source, vm, SLOW);
        underWay(source, vm);
        source.abort(vm);
        assertThatCode(() -> source.abort(vm)).doesNotThrowAnyException();
        assertThat(failureOf(ended(job))).isEqualTo(FailureKind.ABORTED);
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        stage.assertGuestIntact(vm);
    }

    @Test
    void an_abort_of_a_guest_that_has_left_leaves_it_where_it_runs() {
        VmId vm = quiet(SMALL);
        figuresOf(ended(start(source, vm, FAST)));
        source.abort(vm);
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(MIGRATED_AWAY), false));
        assertThat(destination.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        assertThat(source.lastJob(vm)).isPresent();
        stage.assertGuestIntact(vm);
    }

    @Test
    void an_abort_at_the_last_moment_keeps_the_guest_here_or_lets_it_go_and_nothing_between() {
        VmId vm = quiet(SMALL);
        CompletableFuture<JobResult> job = start(source, vm, FAST);
        Await.until(
                "the last of its memory on the way",
                SOON,
                () -> source.progress(vm)
                        .map(now ->
                                now.transferred().value() > 0 && now.remaining().value() < 1L << 20)
                        .orElseGet(job::isDone));
        source.abort(vm);

        JobResult result = ended(job);
        boolean left = result instanceof JobResult.Completed;
        if (!left) {
            // QEMU may come upon the channel that its own cancelling has shut before it notices that it was cancelled.
            assertThat(failureOf(result))
                    .as("%s", result)
                    .isIn(FailureKind.ABORTED, FailureKind.DESTINATION_UNREACHABLE);
        }
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(left ? MIGRATED_AWAY : RUNNING), false));
        if (left) {
            assertThat(destination.observe(vm).is(RUNNING)).isTrue();
        } else {
            goneFromDestination(vm, SOON);
        }
        stage.assertGuestIntact(vm);
    }

    @Test
    void a_guest_whose_migration_was_aborted_can_migrate_after_all() {
        VmId vm = quiet(SMALL);
        CompletableFuture<JobResult> job = start(source, vm, SLOW);
        underWay(source, vm);
        source.abort(vm);
        assertThat(failureOf(ended(job))).isEqualTo(FailureKind.ABORTED);
        goneFromDestination(vm, SOON);

        figuresOf(ended(start(source, vm, FAST)));
        assertThat(destination.observe(vm).is(RUNNING)).isTrue();
        stage.assertGuestIntact(vm);
    }

    @Test
    void a_guest_that_dirties_faster_than_the_rate_goes_round_until_it_is_aborted() {
        VmId vm = stage.startGuest("guest", SMALL, Bytes.mebibytes(16), BitsPerSecond.mebibytesPerSecond(40));
        CompletableFuture<JobResult> job = start(source, vm, FAST);
        progress(source, vm, "its fourth pass", now -> now.iteration() >= 4);
        assertThat(job).isNotDone();
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), true));

        source.abort(vm);
        assertThat(failureOf(ended(job))).isEqualTo(FailureKind.ABORTED);
        assertThat(source.observe(vm).is(RUNNING)).isTrue();
        goneFromDestination(vm, SOON);
        stage.assertGuestIntact(vm);
    }

    @Test
    void a_vm_that_is_not_there_does_not_migrate() {
        assertThat(failureOf(ended(start(source, UNKNOWN, FAST)))).isEqualTo(FailureKind.VM_NOT_RUNNING);
        assertThat(destination.observe(UNKNOWN)).isEqualTo(Sighting.NOTHING);
    }

    @Test
    void a_vm_that_left_does_not_migrate_again() {
        VmId vm = quiet(SMALL);
        figuresOf(ended(start(source, vm, FAST)));
        assertThat(failureOf(ended(start(source, vm, FAST)))).isEqualTo(FailureKind.VM_NOT_RUNNING);
        assertThat(source.observe(vm).is(MIGRATED_AWAY)).isTrue();
        assertThat(destination.observe(vm).is(RUNNING)).isTrue();
        stage.assertGuestIntact(vm);
    }

    @Test
    void a_destination_that_cannot_be_reached_leaves_the_guest_where_it_was() {
        VmId vm = quiet(SMALL);
        JobResult result = ended(inBackground(source, new MigrationRequest(vm, NOWHERE, FAST)));
        assertThat(failureOf(result)).isEqualTo(FailureKind.DESTINATION_UNREACHABLE);
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
    }

    @Test
    void a_network_that_falls_silent_leaves_the_guest_where_it_was() {
        VmId vm = quiet(LARGE);
        CompletableFuture<JobResult> job = start(source, vm, SLOW);
        underWay(source, vm);
        stage.cutNetwork();
        assertThat(failureOf(ended(job, AFTER_KEEPALIVE))).isEqualTo(FailureKind.DESTINATION_UNREACHABLE);
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        goneFromDestination(vm, AFTER_KEEPALIVE);
        stage.assertGuestIntact(vm);
    }

    @Test
    void a_migration_goes_on_without_the_connection_that_started_it() {
        VmId vm = quiet(LARGE);
        Hypervisor first = stage.reconnectToSource();
        // What becomes of this call when its connection goes is the driver's affair: it may end either way.
        inBackground(first, new MigrationRequest(vm, destination.inventory().migrationUri(), MIDDLING));
        Bytes sent = underWay(first, vm).transferred();
        first.close();

        try (Hypervisor second = stage.reconnectToSource()) {
            progress(
                    second,
                    vm,
                    "more than was seen before",
                    now -> now.transferred().compareTo(sent) > 0);
            second.setRate(vm, FAST);
            Await.until(
                    "the guest gone",
                    SOON,
                    () -> second.observe(vm).equals(new Sighting(Optional.of(MIGRATED_AWAY), false)));
            assertThat(second.progress(vm)).isEmpty();
            assertThat(second.lastJob(vm))
                    .hasValueSatisfying(
                            last -> assertThat(figuresOf(last).transferred()).isGreaterThan(sent));
        }
        assertThat(destination.observe(vm).is(RUNNING)).isTrue();
        stage.assertGuestIntact(vm);
    }

    @Test
    void whoever_listens_hears_of_every_coming_and_going() {
        VmId vm = quiet(SMALL);
        AtomicReference<HostFacts> here = inventoryAtEachChange(source);
        AtomicReference<HostFacts> there = inventoryAtEachChange(destination);
        figuresOf(ended(start(source, vm, FAST)));

        Await.until(
                "news of the departure",
                SOON,
                () -> here.get().vm(vm).map(VmFacts::state).equals(Optional.of(MIGRATED_AWAY)));
        Await.until(
                "news of the arrival",
                SOON,
                () -> there.get().vm(vm).map(VmFacts::state).equals(Optional.of(RUNNING)));
        source.release(vm);
        Await.until("news of the release", SOON, () -> here.get().vm(vm).isEmpty());
        stage.assertGuestIntact(vm);
    }
}
