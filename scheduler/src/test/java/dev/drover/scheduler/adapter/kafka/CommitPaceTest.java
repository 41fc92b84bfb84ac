package dev.drover.scheduler.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitPaceTest {
    private final CommitPace pace = new CommitPace("z1");

    @Test
    void aBrokerThatIsWellIsNoNews() {
        assertThat(said(100, 20)).isEmpty();
    }

    @Test
    void oneSlowBatchIsNoNews() {
        said(100, 5);
        assertThat(said(1, 1000)).isEmpty();
    }

    @Test
    void aBrokerThatIsSlowIsNamedOnce() {
        assertThat(said(50, 300)).singleElement().asString().startsWith("zone=z1 Kafka is slow: a batch takes ");
    }

    @Test
    void thatItIsWellAgainIsSaidOnce() {
        said(50, 300);
        assertThat(said(50, 100)).as("not well yet").isEmpty();
        assertThat(said(50, 10)).singleElement().asString().startsWith("zone=z1 Kafka commits in time again: ");
        assertThat(said(50, 300)).as("slow anew").hasSize(1);
    }

    private List<String> said(int times, long millis) {
        return IntStream.range(0, times)
                .mapToObj(unused -> pace.took(Duration.ofMillis(millis)))
                .flatMap(Optional::stream)
                .toList();
    }
}
