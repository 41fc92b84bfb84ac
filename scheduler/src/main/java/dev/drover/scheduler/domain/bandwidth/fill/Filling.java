package dev.drover.scheduler.domain.bandwidth.fill;

import java.util.Arrays;

/**
 * Progressive filling of one neighbourhood (Bertsekas and Gallager, Data Networks, 1992, section 6.5.2): all flows grow
 * together, each by its weight, from its floor to its ceiling; as soon as a link is full, those that cross it stop, a
 * part of a step rounded down. What that leaves is handed out a step at a time, to whoever then has least for its weight.
 */
final class Filling {
    private enum Growth {
        NOT_YET,
        UNDER_WAY,
        OVER
    }

    private final Patch patch;
    private final long[] left;
    private final long[] growing;
    private final long[] rate;
    private final Growth[] growth;
    private final LevelQueue queue;
    private int open;

    private Filling(Patch patch) {
        this.patch = patch;
        this.left = patch.capacities();
        this.growing = new long[patch.links()];
        this.rate = patch.floors();
        this.growth = new Growth[patch.flows()];
        this.queue = new LevelQueue(patch.links() + patch.flows());
        this.open = patch.flows();
    }

    /** The rates of the patch's flows, in their order. */
    static long[] fill(Patch patch) {
        Filling filling = new Filling(patch);
        filling.putAllAtTheirFloors();
        filling.grow();
        filling.handOutTheRest();
        return filling.rate;
    }

    /** Who has no floor grows at once. */
    private void putAllAtTheirFloors() {
        Arrays.fill(growth, Growth.NOT_YET);
        for (int flow = 0; flow < patch.flows(); flow++) {
            for (int link : patch.path(flow)) {
                left[link] -= rate[flow];
            }
            if (rate[flow] == 0) {
                begin(flow);
            } else {
                queue.set(patch.links() + flow, rate[flow], patch.weight(flow));
            }
        }
        for (int link = 0; link < patch.links(); link++) {
            awaitFull(link);
        }
    }

    /** What a link or a flow waits for is only put right when its turn comes: until then it can only have moved on. */
    private void grow() {
        while (open > 0) {
            int next = queue.removeFirst();
            if (next >= patch.links()) {
                turn(next - patch.links());
            } else if (queue.wasAt(next, left[next], growing[next])) {
                full(next);
            } else {
                awaitFull(next);
            }
        }
        queue.clear();
    }

    /** It begins to grow, or it has come to its ceiling, unless it was stopped before. */
    private void turn(int flow) {
        switch (growth[flow]) {
            case NOT_YET -> {
                begin(flow);
                for (int link : patch.path(flow)) {
                    awaitFull(link);
                }
            }
            case UNDER_WAY -> stop(flow, patch.most(flow));
            case OVER -> {}
        }
    }

    private void begin(int flow) {
        growth[flow] = Growth.UNDER_WAY;
        queue.set(patch.links() + flow, patch.most(flow), patch.weight(flow));
        for (int link : patch.path(flow)) {
            left[link] += rate[flow];
            growing[link] += patch.weight(flow);
        }
    }

    private void awaitFull(int link) {
        if (growing[link] > 0) {
            queue.set(link, left[link], growing[link]);
        }
    }

    private void full(int link) {
        long steps = left[link];
        long weights = growing[link];
        for (int flow : patch.flowsOn(link)) {
            switch (growth[flow]) {
                case NOT_YET -> end(flow);
                case UNDER_WAY -> stop(flow, steps * patch.weight(flow) / weights);
                case OVER -> {}
            }
        }
    }

    private void stop(int flow, long at) {
        rate[flow] = at;
        for (int link : patch.path(flow)) {
            left[link] -= at;
            growing[link] -= patch.weight(flow);
        }
        end(flow);
    }

    private void end(int flow) {
        growth[flow] = Growth.OVER;
        open--;
    }

    private void handOutTheRest() {
        for (int flow = 0; flow < patch.flows(); flow++) {
            askForMore(flow);
        }
        while (!queue.isEmpty()) {
            int flow = queue.removeFirst();
            if (hasRoom(flow)) {
                rate[flow]++;
                for (int link : patch.path(flow)) {
                    left[link]--;
                }
                askForMore(flow);
            }
        }
    }

    private void askForMore(int flow) {
        if (rate[flow] < patch.most(flow) && hasRoom(flow)) {
            queue.set(flow, rate[flow] + 1, patch.weight(flow));
        }
    }

    private boolean hasRoom(int flow) {
        for (int link : patch.path(flow)) {
            if (left[link] == 0) {
                return false;
            }
        }
        return true;
    }
}
