package dev.drover.scheduler.domain.plan.order;

import java.util.Arrays;

/**
 * Moves that wait, each at one thing that it lacks, and go by their ranks: at each thing a pairing heap, all of them in
 * three arrays.
 */
final class WaitingMoves {
    /** Nobody waits there; no rank. */
    static final int NOBODY = -1;

    private final int[] first;
    private final int[] child;
    private final int[] sibling;

    WaitingMoves(int things, int ranks) {
        this.first = new int[things];
        this.child = new int[ranks];
        this.sibling = new int[ranks];
        Arrays.fill(first, NOBODY);
    }

    /** The lowest rank that waits at {@code thing}. */
    int first(int thing) {
        return first[thing];
    }

    void add(int thing, int rank) {
        child[rank] = NOBODY;
        sibling[rank] = NOBODY;
        first[thing] = merged(first[thing], rank);
    }

    void removeFirst(int thing) {
        first[thing] = mergedInPairs(child[first[thing]]);
    }

    private int merged(int left, int right) {
        if (left == NOBODY) {
            return right;
        }
        if (right == NOBODY) {
            return left;
        }
        int winner = Math.min(left, right);
        int loser = Math.max(left, right);
        sibling[loser] = child[winner];
        child[winner] = loser;
        return winner;
    }

    /** Siblings two by two, then the pairs from last to first: that is what keeps the heap flat. */
    private int mergedInPairs(int siblings) {
        int pairs = NOBODY;
        for (int left = siblings; left != NOBODY; ) {
            int right = sibling[left];
            int rest = right == NOBODY ? NOBODY : sibling[right];
            sibling[left] = NOBODY;
            if (right != NOBODY) {
                sibling[right] = NOBODY;
            }
            int pair = merged(left, right);
            sibling[pair] = pairs;
            pairs = pair;
            left = rest;
        }
        int whole = NOBODY;
        while (pairs != NOBODY) {
            int next = sibling[pairs];
            sibling[pairs] = NOBODY;
            whole = merged(whole, pairs);
            pairs = next;
        }
        return whole;
    }
}
