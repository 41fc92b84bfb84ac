package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void the_pause_doubles_from_a_tenth_of_a_second_up_to_five() {
        assertThat(Stream.iterate(Backoff.FIRST, Backoff::next)
                        .limit(8)
                        .map(Backoff::delay)
                        .map(Duration::toMillis))
                .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
    }
}
