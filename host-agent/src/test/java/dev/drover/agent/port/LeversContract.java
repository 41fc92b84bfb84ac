package dev.drover.agent.port;

import static dev.drover.schema.inventory.VmState.INCOMING;
import static dev.drover.schema.inventory.VmState.LEAVING;
import static dev.drover.schema.inventory.VmState.MIGRATED_AWAY;
import static dev.drover.schema.inventory.VmState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.VmId;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.transfer.Compression;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What every {@link Hypervisor} can do to bring a guest across that does not come by itself. */
public abstract class LeversContract extends HypervisorScene {
    private static final Bytes SMALL = Bytes.mebibytes(32);
    private static final Bytes LARGE = Bytes.mebibytes(64);
    private static final BitsPerSecond SLOW = BitsPerSecond.mebibytesPerSecond(4);
    private static final BitsPerSecond MIDDLING = BitsPerSecond.mebibytesPerSecond(8);
    private static final BitsPerSecond FAST = BitsPerSecond.mebibytesPerSecond(16);
    /** It takes a throttled guest that long on a busy machine. */
    private static final Duration IN_THE_END = Duration.ofSeconds(120);

    private static final TransferOptions POST_COPY = TransferOptions.PLAIN.allowingPostCopy();
    private static final VmId UNKNOWN = VmId.of("00000000-dead-4000-8000-000000000000");

    @Test
    void a_larger_downtime_brings_a_guest_across_that_goes_round() {
        VmId vm = restless();
        CompletableFuture<JobResult> job = start(source, vm, FAST);
        progress(source, vm, "its third pass", now -> now.iteration() >= 3);
        assertThat(job).isNotDone();
        source.setDowntime(vm, Duration.ofSeconds(10));
        TransferFigures figures = figuresOf(ended(job));
        assertThat(figures.blackout())
                .hasValueSatisfying(stood -> assertThat(stood).isGreaterThan(Duration.ofMillis(300)));
        arrived(vm);
    }

    @Test
    void without_a_migration_there_is_nothing_to_steer() {
        VmId vm = quiet(SMALL);
        assertThatThrownBy(() -> source.setDowntime(vm, Duration.ofSeconds(1))).isInstanceOf(HypervisorException.class);
        assertThatThrownBy(() -> source.startPostCopy(vm)).isInstanceOf(HypervisorException.class);
        assertThatThrownBy(() -> source.startPostCopy(UNKNOWN)).isInstanceOf(HypervisorException.class);
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
    }

    @Test
    void two_connections_carry_a_guest_at_no_more_than_its_rate() {
        VmId vm = quiet(SMALL);
        TransferFigures figures = figuresOf(ended(start(source, vm, MIDDLING, TransferOptions.PLAIN.over(2))));
        assertThat(figures.duration()).isGreaterThan(leastTime(figures.transferred(), MIDDLING));
        arrived(vm);
    }

    @Test
    void memory_that_compresses_takes_fewer_bytes() {
        VmId vm = stage.startTextGuest("guest", SMALL);
        TransferOptions compressed = TransferOptions.PLAIN.over(2).compressed(Compression.ZSTD);
        TransferFigures figures = figuresOf(ended(start(source, vm, FAST, compressed)));
        assertThat(figures.transferred()).isLessThan(Bytes.mebibytes(8));
        arrived(vm);
    }

    @Test
    void a_guest_whose_changes_alone_are_sent_arrives_whole() {
        VmId vm = stage.startGuest("guest", SMALL, Bytes.mebibytes(4), BitsPerSecond.mebibytesPerSecond(2));
        figuresOf(ended(start(source, vm, FAST, TransferOptions.PLAIN.compressed(Compression.DELTA))));
        arrived(vm);
    }

    @Test
    void a_guest_that_is_slowed_down_comes_in_the_end() {
        VmId vm = restless();
        CompletableFuture<JobResult> job = start(source, vm, FAST, TransferOptions.PLAIN.slowingDown());
        progress(source, vm, "a guest that is denied time", now -> now.throttlePercent() > 0);
        figuresOf(ended(job, IN_THE_END));
        arrived(vm);
    }

    @Test
    void a_guest_that_is_switched_to_post_copy_runs_there_before_its_memory_is_across() {
        VmId vm = quiet(LARGE);
        CompletableFuture<JobResult> job = start(source, vm, SLOW, POST_COPY);
        underWay(source, vm);
        assertThat(destination.observe(vm).is(INCOMING)).isTrue();
        source.startPostCopy(vm);

        Await.until(
                "the guest running there", SOON, () -> destination.observe(vm).is(RUNNING));
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(LEAVING), true));
        assertThat(destination.observe(vm).jobActive()).isTrue();
        assertThat(job).isNotDone();
        source.setRate(vm, FAST);
        figuresOf(ended(job));
        arrived(vm);
    }

    @Test
    void post_copy_is_faster_at_a_rate_that_was_raised_on_the_way() {
        VmId vm = quiet(LARGE);
        CompletableFuture<JobResult> job = start(source, vm, SLOW, POST_COPY);
        underWay(source, vm);
        source.startPostCopy(vm);
        Await.until(
                "the guest running there", SOON, () -> destination.observe(vm).is(RUNNING));
        Bytes sent = progress(source, vm, "figures", now -> true).transferred();
        long raised = System.nanoTime();
        source.setRate(vm, MIDDLING);
        TransferFigures figures = figuresOf(ended(job));

        Duration rest = Duration.ofNanos(System.nanoTime() - raised);
        Bytes left = figures.transferred().minus(sent);
        assertThat(rest).isLessThan(leastTime(left, SLOW));
        arrived(vm);
    }

    @Test
    void a_guest_that_goes_round_comes_by_post_copy_with_a_short_blackout() {
        VmId vm = restless();
        CompletableFuture<JobResult> job = start(source, vm, FAST, POST_COPY);
        progress(source, vm, "its third pass", now -> now.iteration() >= 3);
        source.startPostCopy(vm);
        TransferFigures figures = figuresOf(ended(job));
        assertThat(figures.blackout())
                .hasValueSatisfying(stood -> assertThat(stood).isLessThan(Duration.ofSeconds(1)));
        arrived(vm);
    }

    @Test
    void a_guest_in_post_copy_is_not_stopped_on_its_way() {
        VmId vm = quiet(LARGE);
        CompletableFuture<JobResult> job = start(source, vm, SLOW, POST_COPY);
        underWay(source, vm);
        source.startPostCopy(vm);
        Await.until(
                "the guest running there", SOON, () -> destination.observe(vm).is(RUNNING));
        assertThatCode(() -> source.abort(vm)).doesNotThrowAnyException();
        source.setRate(vm, FAST);
        figuresOf(ended(job));
        arrived(vm);
    }

    @Test
    void post_copy_that_was_not_allowed_at_the_start_is_refused_and_the_migration_goes_on() {
        VmId vm = quiet(SMALL);
        CompletableFuture<JobResult> job = start(source, vm, MIDDLING);
        underWay(source, vm);
        assertThatThrownBy(() -> source.startPostCopy(vm)).isInstanceOf(HypervisorException.class);
        figuresOf(ended(job));
        arrived(vm);
    }

    @Test
    void a_dirty_rate_tells_a_restless_guest_from_a_quiet_one() {
        VmId vm = restless();
        assertThat(source.measureDirtyRate(vm, Duration.ofSeconds(1)))
                .isGreaterThan(BitsPerSecond.mebibytesPerSecond(4));
        stage.assertGuestIntact(vm);
    }

    @Test
    void a_quiet_guest_has_no_dirty_rate_to_speak_of() {
        assertThat(source.measureDirtyRate(quiet(SMALL), Duration.ofSeconds(1)))
                .isLessThan(BitsPerSecond.mebibytesPerSecond(4));
    }

    @Test
    void a_vm_that_does_not_run_here_has_no_dirty_rate() {
        assertThatThrownBy(() -> source.measureDirtyRate(UNKNOWN, Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(
                        HypervisorException.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(FailureKind.VM_NOT_RUNNING));
    }

    /** It rewrites its hot set faster than it is sent. */
    private VmId restless() {
        return stage.startGuest("guest", SMALL, Bytes.mebibytes(16), BitsPerSecond.mebibytesPerSecond(40));
    }

    private void arrived(VmId vm) {
        assertThat(destination.observe(vm)).isEqualTo(new Sighting(Optional.of(RUNNING), false));
        assertThat(source.observe(vm)).isEqualTo(new Sighting(Optional.of(MIGRATED_AWAY), false));
        stage.assertGuestIntact(vm);
    }
}
