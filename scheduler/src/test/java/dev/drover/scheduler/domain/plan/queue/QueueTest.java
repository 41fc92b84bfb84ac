package dev.drover.scheduler.domain.plan.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QueueTest {
    @Test
    void a_heap_gives_the_least_as_the_jdks_does() {
        SplittableRandom chance = new SplittableRandom(1);
        LongHeap heap = new LongHeap();
        PriorityQueue<Long> expected = new PriorityQueue<>();
        for (int step = 0; step < 20_000; step++) {
            if (expected.isEmpty() || chance.nextInt(5) < 3) {
                long value = chance.nextLong(1000);
                heap.add(value);
                expected.add(value);
            } else {
                assertThat(heap.removeLeast()).isEqualTo(expected.remove());
            }
            assertThat(heap.isEmpty()).isEqualTo(expected.isEmpty());
        }
    }

    @Test
    void of_equal_keys_the_first_stays_first() {
        assertThat(LargestFirst.by(new long[] {3, 5, 0, 5, 3})).containsExactly(1, 3, 0, 4, 2);
        assertThat(LargestFirst.by(new long[0])).isEmpty();
    }
}
