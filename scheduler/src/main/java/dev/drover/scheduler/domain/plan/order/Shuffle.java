package dev.drover.scheduler.domain.plan.order;

/** Small changes of an order. */
final class Shuffle {
    private Shuffle() {}

    /** A copy in which two moves have changed places, or one stands elsewhere. There must be at least one. */
    static int[] oneMove(int[] order, Dice dice) {
        int from = dice.below(order.length);
        int to = dice.below(order.length);
        return dice.below(2) == 0 ? swapped(order, from, to) : shifted(order, from, to);
    }

    private static int[] swapped(int[] order, int one, int other) {
        int[] changed = order.clone();
        changed[one] = order[other];
        changed[other] = order[one];
        return changed;
    }

    private static int[] shifted(int[] order, int from, int to) {
        int[] changed = order.clone();
        int step = from < to ? 1 : -1;
        for (int at = from; at != to; at += step) {
            changed[at] = order[at + step];
        }
        changed[to] = order[from];
        return changed;
    }
}
