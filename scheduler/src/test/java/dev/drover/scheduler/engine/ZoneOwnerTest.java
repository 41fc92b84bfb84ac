package dev.drover.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.ZoneScenario;
import dev.drover.scheduler.engine.ZoneLifecycle.Occasion;
import dev.drover.scheduler.engine.ZoneLifecycle.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneOwnerTest {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final MemoryBroker broker = new MemoryBroker();
    private final AtomicReference<Instant> now = new AtomicReference<>(ZoneScenario.START);
    private final Deque<RuntimeException> troubles = new ArrayDeque<>();
    private Runnable opened = () -> {};
    private final ZoneOwner owner = new ZoneOwner(
            Fleet.ZONE,
            () -> {
                opened.run();
                if (!troubles.isEmpty()) {
                    throw troubles.remove();
                }
                return broker.log();
            },
            log -> Engines.engine(log, now::get),
            Optional::empty,
            PAUSE);

    @Test
    void a_first_turn_takes_the_zone_over() {
        assertThat(owner.status().phase()).isEqualTo(ZonePhase.INITIAL);
        assertThat(owner.folded()).isEmpty();
        assertThat(owner.turn()).isEqualTo(Duration.ZERO);
        assertThat(owner.status().phase()).isEqualTo(ZonePhase.ACTIVE);
        assertThat(owner.folded().map(Folded::state)).contains(ZoneScenario.fold(broker.events()));
    }

    @Test
    void an_idle_zone_looks_at_its_plans_and_deadlines_every_20_milliseconds() {
        owner.turn();
        owner.turn();
        assertThat(broker.longestPoll()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void what_is_lost_again_and_again_is_waited_for_longer_and_longer_up_to_five_seconds() {
        for (int pause : new int[] {200, 400, 800, 1_600, 3_200, 5_000, 5_000}) {
            broker.nextCommit(() -> new CommitResult.Lost("somebody was faster"));
            assertThat(owner.turn()).isEqualTo(Duration.ofMillis(pause));
            assertThat(owner.status())
                    .isEqualTo(new ZoneStatus(Fleet.ZONE, ZonePhase.FENCED, Optional.of("somebody was faster")));
        }
        assertThat(owner.turn()).isEqualTo(Duration.ZERO);
        assertThat(owner.status().phase()).isEqualTo(ZonePhase.ACTIVE);
    }

    @Test
    void a_halted_zone_says_why_holds_no_log_and_is_looked_at_again_after_a_minute() {
        owner.turn();
        broker.nextPoll(new ZoneHaltedException("inputs 3 to 7 are gone"));
        assertThat(owner.turn()).isEqualTo(Duration.ofMinutes(1));
        assertThat(owner.status())
                .isEqualTo(new ZoneStatus(Fleet.ZONE, ZonePhase.FAILED, Optional.of("inputs 3 to 7 are gone")));
        assertThat(owner.folded()).isEmpty();
        assertThat(broker.history()).containsExactly("open 1", "close 1");
        assertThat(owner.turn()).isEqualTo(Duration.ZERO);
        assertThat(owner.status()).isEqualTo(new ZoneStatus(Fleet.ZONE, ZonePhase.ACTIVE, Optional.empty()));
    }

    @Test
    void our_own_mistake_is_waited_out_like_a_lost_zone() {
        troubles.add(new IllegalStateException("nobody thought of this"));
        assertThat(owner.turn()).isEqualTo(PAUSE);
        assertThat(owner.status().why().orElseThrow()).contains("nobody thought of this");
        assertThat(owner.turn()).isEqualTo(Duration.ZERO);
    }

    @Test
    void an_aborted_batch_is_tried_again_soon_by_the_same_tenure() {
        owner.turn();
        broker.tellNonsense();
        broker.nextCommit(() -> new CommitResult.Aborted("the group has rebalanced"));
        assertThat(owner.turn()).isEqualTo(Duration.ofMillis(50));
        assertThat(owner.turn()).isEqualTo(Duration.ZERO);
        assertThat(broker.deadLetters()).hasSize(1);
        assertThat(broker.history()).containsExactly("open 1");
    }

    @Test
    void a_batch_that_is_aborted_again_and_again_is_tried_ever_less_often_until_it_is_not() {
        owner.turn();
        broker.tellNonsense();
        for (int pause : new int[] {50, 100, 200, 400, 800, 1_000, 1_000}) {
            broker.nextCommit(() -> new CommitResult.Aborted("the topic takes no record"));
            assertThat(owner.turn()).isEqualTo(Duration.ofMillis(pause));
        }
        assertThat(owner.turn()).isEqualTo(Duration.ZERO);
        assertThat(broker.deadLetters()).hasSize(1);
        broker.tellNonsense();
        broker.nextCommit(() -> new CommitResult.Aborted("the group has rebalanced"));
        assertThat(owner.turn()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void a_warm_start_reads_only_what_came_since() {
        owner.turn();
        Folded known = owner.folded().orElseThrow();
        ZoneOwner next = new ZoneOwner(
                Fleet.ZONE, broker::log, log -> Engines.engine(log, now::get), () -> Optional.of(known), PAUSE);
        next.turn();
        assertThat(broker.replayedFrom()).contains(known.position());
        assertThat(next.folded().map(Folded::state)).contains(ZoneScenario.fold(broker.events()));
    }

    @ParameterizedTest(name = "in {0}, {1}: {2}")
    @CsvSource({
        "INITIAL, BEGUN, LOADING",
        "LOADING, TAKEN, ACTIVE",
        "LOADING, LOST, FENCED",
        "LOADING, HALTED, FAILED",
        "ACTIVE, LOST, FENCED",
        "ACTIVE, HALTED, FAILED",
        "FENCED, BEGUN, LOADING",
        "FAILED, BEGUN, LOADING"
    })
    void each_step_is_taken_by_an_owner_to_whom_it_happens(ZonePhase from, Occasion occasion, ZonePhase to) {
        assertThat(ZoneLifecycle.next(from, occasion)).contains(to);
        lead(from);
        ZonePhase seen = happen(occasion);
        assertThat(seen).isEqualTo(to);
    }

    /** Brings the owner into this phase; what it was in before a takeover began can't be seen from outside. */
    private void lead(ZonePhase phase) {
        switch (phase) {
            case INITIAL, LOADING -> {}
            case ACTIVE -> owner.turn();
            case FENCED -> {
                broker.nextCommit(() -> new CommitResult.Lost("somebody was faster"));
                owner.turn();
            }
            case FAILED -> {
                troubles.add(new ZoneHaltedException("the log is gone"));
                owner.turn();
            }
        }
        if (phase != ZonePhase.LOADING) {
            assertThat(owner.status().phase()).isEqualTo(phase);
        }
    }

    private ZonePhase happen(Occasion occasion) {
        boolean active = owner.status().phase() == ZonePhase.ACTIVE;
        switch (occasion) {
            case BEGUN, TAKEN -> {}
            case LOST -> {
                broker.tellNonsense();
                broker.nextCommit(() -> new CommitResult.Lost("somebody was faster"));
            }
            case HALTED -> {
                if (active) {
                    broker.nextPoll(new ZoneHaltedException("inputs are gone"));
                } else {
                    troubles.add(new ZoneHaltedException("the log is gone"));
                }
            }
        }
        AtomicReference<ZonePhase> loading =
                new AtomicReference<>(owner.status().phase());
        opened = () -> loading.set(owner.status().phase());
        owner.turn();
        return occasion == Occasion.BEGUN ? loading.get() : owner.status().phase();
    }

    @Test
    void every_phase_is_reached_and_every_occasion_happens_somewhere() {
        assertThat(ZoneLifecycle.TABLE.stream().map(Transition::to))
                .contains(ZonePhase.LOADING, ZonePhase.ACTIVE, ZonePhase.FENCED, ZonePhase.FAILED);
        assertThat(ZoneLifecycle.TABLE.stream().map(Transition::occasion).distinct())
                .containsExactlyInAnyOrder(Occasion.values());
        assertThat(ZoneLifecycle.TABLE).doesNotHaveDuplicates();
        for (ZonePhase phase : ZonePhase.values()) {
            assertThat(Arrays.stream(Occasion.values())
                            .anyMatch(any -> ZoneLifecycle.next(phase, any).isPresent()))
                    .as("something follows %s", phase)
                    .isTrue();
        }
    }
}
