package dev.drover.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {
    @Test
    void it_tries_again_after_the_pause_it_announced() {
        List<Duration> pauses = new ArrayList<>();
        try (StopSignal stop = StopSignal.listen(false, InputStream.nullInputStream())) {
            long began = System.nanoTime();
            Optional<String> done = Patience.until(
                    pause -> {
                        pauses.add(pause);
                        return pauses.size() < 2 ? Optional.empty() : Optional.of("done");
                    },
                    stop);
            assertThat(done).contains("done");
            assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
            assertThat(System.nanoTime() - began)
                    .isGreaterThanOrEqualTo(pauses.getFirst().toNanos());
        }
    }

    @Test
    void it_gives_up_when_the_process_is_to_end() {
        try (StopSignal stop = StopSignal.listen(true, InputStream.nullInputStream())) {
            assertThat(Patience.until(pause -> Optional.empty(), stop)).isEmpty();
        }
    }
}
