package dev.drover.scheduler.domain.plan.queue;

import java.util.Arrays;

/** The least of many numbers, again and again. */
public final class LongHeap {
    private static final int ROOM_AT_FIRST = 64;

    private long[] heap = new long[ROOM_AT_FIRST];
    private int size;

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The least; only where there is one. */
    public long least() {
        return heap[0];
    }

    /** One more. */
    public void add(long value) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        int at = size++;
        while (at > 0 && heap[(at - 1) / 2] > value) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = value;
    }

    /** Takes the least out; only where there is one. */
    public long removeLeast() {
        long least = heap[0];
        long last = heap[--size];
        int at = 0;
        for (int below = 1; below < size; below = 2 * at + 1) {
            if (below + 1 < size && heap[below + 1] < heap[below]) {
                below++;
            }
            if (heap[below] >= last) {
                break;
            }
            heap[at] = heap[below];
            at = below;
        }
        heap[at] = last;
        return least;
    }
}
