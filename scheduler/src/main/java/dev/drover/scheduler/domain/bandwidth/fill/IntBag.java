package dev.drover.scheduler.domain.bandwidth.fill;

import java.util.Arrays;

/** Numbers in no order, each as often as it was added. */
final class IntBag {
    private static final int[] NOTHING = {};
    private int[] values = NOTHING;
    private int count;

    int count() {
        return count;
    }

    int get(int place) {
        return values[place];
    }

    void add(int value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, Math.max(4, 2 * count));
        }
        values[count++] = value;
    }

    /** It must be there. */
    void remove(int value) {
        int place = 0;
        while (values[place] != value) {
            place++;
        }
        values[place] = values[--count];
    }

    void clear() {
        count = 0;
    }

    int[] sorted() {
        int[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
