package dev.drover.scheduler.domain.intent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.IntentId;
import org.junit.jupiter.api.Test;

class AnsweredTest {
    @Test
    void what_was_answered_is_remembered_with_the_event_that_ended_it() {
        Answered answered = Answered.NONE.plus(new IntentId("drain"), 42);
        assertThat(answered.contains(new IntentId("drain"))).isTrue();
        assertThat(answered.endedBy(new IntentId("drain"))).contains(42L);
        assertThat(answered.contains(new IntentId("other"))).isFalse();
        assertThat(answered.endedBy(new IntentId("other"))).isEmpty();
    }

    @Test
    void so_many_are_kept_and_then_the_one_that_ended_first_is_forgotten_whatever_its_name() {
        Answered answered = Answered.NONE.plus(new IntentId("zzz"), 1);
        for (int number = 2; number <= Answered.KEPT; number++) {
            answered = answered.plus(new IntentId("i-" + number), number);
        }
        assertThat(answered.byId()).hasSize(Answered.KEPT);
        assertThat(answered.contains(new IntentId("zzz"))).isTrue();

        answered = answered.plus(new IntentId("aaa"), Answered.KEPT + 1);
        assertThat(answered.byId()).hasSize(Answered.KEPT);
        assertThat(answered.byEvent()).hasSize(Answered.KEPT);
        assertThat(answered.contains(new IntentId("zzz"))).isFalse();
        assertThat(answered.contains(new IntentId("i-2"))).isTrue();
        assertThat(answered.contains(new IntentId("aaa"))).isTrue();
    }
}
