package dev.drover.agent.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class CommandProgressTest {
    private final CommandProgress progress = new CommandProgress();

    @Test
    void nothing_read_is_nothing_to_keep() {
        assertThat(progress.advance()).isEmpty();
    }

    @Test
    void the_place_is_behind_the_last_of_those_done_from_the_first_on() {
        CompletableFuture<Boolean> slow = new CompletableFuture<>();
        progress.begun(10, CompletableFuture.completedFuture(true));
        progress.begun(11, slow);
        progress.begun(12, CompletableFuture.completedFuture(true));
        assertThat(progress.advance()).contains(11L);
        assertThat(progress.advance()).as("nothing moved since").isEmpty();
        assertThat(progress.undone()).isEqualTo(2);

        slow.complete(true);
        assertThat(progress.advance()).contains(13L);
        assertThat(progress.undone()).isZero();
    }

    @Test
    void a_record_that_could_not_be_taken_is_never_passed() {
        progress.begun(10, CompletableFuture.failedFuture(new IllegalStateException("no")));
        assertThatThrownBy(progress::advance).isInstanceOf(CompletionException.class);
        assertThatThrownBy(progress::advance).isInstanceOf(CompletionException.class);
    }
}
