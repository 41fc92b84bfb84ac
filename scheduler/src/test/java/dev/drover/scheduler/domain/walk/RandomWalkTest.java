package dev.drover.scheduler.domain.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.message.EventMessage;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomWalkTest {
    private static final int WALKS = 300;

    @Test
    void no_promise_is_broken_on_any_walk_and_all_is_quiet_in_the_end() {
        long first = Long.getLong("drover.walk.seed", 1);
        int walks = Integer.getInteger("drover.walk.count", WALKS);
        long events = LongStream.range(first, first + walks)
                .map(seed -> walk(seed).size())
                .sum();
        assertThat(events).isGreaterThan(walks);
    }

    private static List<EventMessage> walk(long seed) {
        Walk walk = new Walk(seed);
        try {
            return walk.run();
        } catch (AssertionError | RuntimeException broken) {
            String cure = "repeat with -Ddrover.walk.seed=" + seed + " -Ddrover.walk.count=1; the last of its log:\n";
            throw new AssertionError(cure + walk.lastEvents(), broken);
        }
    }
}
