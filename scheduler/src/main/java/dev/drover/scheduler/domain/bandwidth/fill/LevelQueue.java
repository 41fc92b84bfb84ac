package dev.drover.scheduler.domain.bandwidth.fill;

import java.util.Arrays;

/**
 * Items, each at a level, the lowest first; of several at one level the one with the smallest number. Levels are
 * fractions and compared as such, so that no rounding makes the order depend on how a level came about.
 */
final class LevelQueue {
    private static final int ABSENT = -1;
    private final long[] numerator;
    private final long[] denominator;
    private final int[] heap;
    private final int[] placeOf;
    private int count;

    /** For items from zero to less than {@code items}. */
    LevelQueue(int items) {
        this.numerator = new long[items];
        this.denominator = new long[items];
        this.heap = new int[items];
        this.placeOf = new int[items];
        Arrays.fill(placeOf, ABSENT);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** It is at this level now. Both numbers are below 2^31, the lower one above zero. */
    void set(int item, long over, long under) {
        numerator[item] = over;
        denominator[item] = under;
        if (placeOf[item] == ABSENT) {
            place(item, count++);
        }
        sink(rise(placeOf[item]));
    }

    /** Whether it was, before it was removed. */
    boolean wasAt(int item, long over, long under) {
        return numerator[item] == over && denominator[item] == under;
    }

    void clear() {
        for (int place = 0; place < count; place++) {
            placeOf[heap[place]] = ABSENT;
        }
        count = 0;
    }

    private void remove(int item) {
        int place = placeOf[item];
        if (place == ABSENT) {
            return;
        }
        placeOf[item] = ABSENT;
        int last = heap[--count];
        if (last != item) {
            place(last, place);
            sink(rise(place));
        }
    }

    int removeFirst() {
        int first = heap[0];
        remove(first);
        return first;
    }

    private int rise(int from) {
        int item = heap[from];
        int place = from;
        while (place > 0 && isBefore(item, heap[(place - 1) / 2])) {
            place(heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        place(item, place);
        return place;
    }

    private void sink(int from) {
        int item = heap[from];
        int place = from;
        for (int child = lowerChild(place); child < count && isBefore(heap[child], item); child = lowerChild(place)) {
            place(heap[child], place);
            place = child;
        }
        place(item, place);
    }

    private int lowerChild(int place) {
        int left = 2 * place + 1;
        return left + 1 < count && isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
    }

    private void place(int item, int place) {
        heap[place] = item;
        placeOf[item] = place;
    }

    private boolean isBefore(int item, int other) {
        int order = Long.compare(numerator[item] * denominator[other], numerator[other] * denominator[item]);
        return order != 0 ? order < 0 : item < other;
    }
}
