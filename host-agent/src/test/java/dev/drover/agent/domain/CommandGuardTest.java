package dev.drover.agent.domain;

import static dev.drover.agent.domain.Commands.mark;
import static dev.drover.agent.domain.Commands.observe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.report.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommandGuardTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(30);
    private static final Instant PAST = NOW.minusSeconds(30);
    private static final Duration SKEW = Duration.ofSeconds(2);
    private static final Verdict EXECUTE = new Verdict.Execute();
    private static final Verdict REPEAT = new Verdict.Repeat();

    /** Attempt 2 of m1 was taken with sequence 5 under epoch 7. */
    private static final AgentState STATE =
            AgentState.NEW.evolve(new JournalEntry.OtherTaken(mark("m1", 2, 5, 7, LATER)));

    @Test
    void an_agent_that_knows_nothing_executes_what_is_in_time() {
        assertThat(judge(AgentState.NEW, 1, 1, 1, LATER)).isEqualTo(EXECUTE);
    }

    @Test
    void the_next_command_of_the_same_owner_is_executed() {
        assertThat(judge(STATE, 2, 6, 7, LATER)).isEqualTo(EXECUTE);
    }

    @Test
    void a_later_attempt_under_a_newer_owner_is_executed() {
        assertThat(judge(STATE, 3, 6, 8, LATER)).isEqualTo(EXECUTE);
    }

    @Test
    void gaps_in_the_sequence_do_not_matter() {
        assertThat(judge(STATE, 2, 60, 7, LATER)).isEqualTo(EXECUTE);
    }

    @Test
    void the_same_command_again_is_a_repeat() {
        assertThat(judge(STATE, 2, 5, 7, LATER)).isEqualTo(REPEAT);
    }

    @Test
    void a_command_behind_the_mark_is_a_repeat() {
        assertThat(judge(STATE, 1, 1, 7, LATER)).isEqualTo(REPEAT);
    }

    @Test
    void each_migration_has_a_mark_of_its_own() {
        Verdict verdict = CommandGuard.judge(STATE, observe(mark("m2", 1, 1, 7, LATER)), NOW, SKEW);
        assertThat(verdict).isEqualTo(EXECUTE);
    }

    @Test
    void a_command_of_an_older_owner_is_refused_whichever_migration_it_is_about() {
        Verdict verdict = CommandGuard.judge(STATE, observe(mark("m2", 1, 1, 6, LATER)), NOW, SKEW);
        assertThat(refusal(verdict)).isEqualTo(RefusalReason.OLD_EPOCH);
        assertThat(((Verdict.Refuse) verdict).detail()).contains("epoch 6", "epoch 7");
    }

    @Test
    void a_new_command_for_a_superseded_attempt_is_refused() {
        Verdict verdict = judge(STATE, 1, 6, 7, LATER);
        assertThat(refusal(verdict)).isEqualTo(RefusalReason.OLD_ATTEMPT);
        assertThat(((Verdict.Refuse) verdict).detail()).contains("attempt 1", "attempt 2");
    }

    @Test
    void a_command_is_executed_up_to_the_skew_before_its_expiry() {
        assertThat(judge(STATE, 2, 6, 7, NOW.plus(SKEW))).isEqualTo(EXECUTE);
    }

    @Test
    void a_command_counts_as_expired_the_skew_early() {
        Verdict verdict = judge(STATE, 2, 6, 7, NOW.plus(SKEW).minusMillis(1));
        assertThat(refusal(verdict)).isEqualTo(RefusalReason.EXPIRED);
        assertThat(((Verdict.Refuse) verdict).detail()).contains("2026-01-31T12:00:00Z", "2000 ms");
    }

    @Test
    void an_expiry_is_met_to_the_nanosecond() {
        assertThat(judge(STATE, 2, 6, 7, NOW.plus(SKEW).plusNanos(1))).isEqualTo(EXECUTE);
        assertThat(refusal(judge(STATE, 2, 6, 7, NOW.plus(SKEW).minusNanos(1)))).isEqualTo(RefusalReason.EXPIRED);
    }

    @Test
    void without_skew_a_command_is_executed_up_to_its_very_expiry() {
        assertThat(CommandGuard.judge(STATE, observe(mark("m1", 2, 6, 7, NOW)), NOW, Duration.ZERO))
                .isEqualTo(EXECUTE);
        assertThat(refusal(
                        CommandGuard.judge(STATE, observe(mark("m1", 2, 6, 7, NOW.minusNanos(1))), NOW, Duration.ZERO)))
                .isEqualTo(RefusalReason.EXPIRED);
    }

    @Test
    void a_larger_skew_refuses_what_a_smaller_one_executes() {
        assertThat(refusal(CommandGuard.judge(
                        STATE, observe(mark("m1", 2, 6, 7, NOW.plus(SKEW))), NOW, SKEW.plusMillis(1))))
                .isEqualTo(RefusalReason.EXPIRED);
    }

    @Test
    void a_repeat_is_not_denied_because_the_zone_changed_hands_since() {
        assertThat(judge(STATE, 2, 5, 6, LATER)).isEqualTo(REPEAT);
    }

    @Test
    void a_repeat_is_not_denied_because_it_expired_or_was_superseded_since() {
        assertThat(judge(STATE, 1, 4, 6, PAST)).isEqualTo(REPEAT);
    }

    @Test
    void an_old_epoch_weighs_more_than_an_old_attempt() {
        assertThat(refusal(judge(STATE, 1, 6, 6, PAST))).isEqualTo(RefusalReason.OLD_EPOCH);
    }

    @Test
    void an_old_attempt_weighs_more_than_an_expiry() {
        assertThat(refusal(judge(STATE, 1, 6, 7, PAST))).isEqualTo(RefusalReason.OLD_ATTEMPT);
    }

    private static Verdict judge(AgentState state, long attempt, long sequence, long epoch, Instant expiresAt) {
        return CommandGuard.judge(state, observe(mark("m1", attempt, sequence, epoch, expiresAt)), NOW, SKEW);
    }

    private static RefusalReason refusal(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refuse.class);
        return ((Verdict.Refuse) verdict).reason();
    }
}
