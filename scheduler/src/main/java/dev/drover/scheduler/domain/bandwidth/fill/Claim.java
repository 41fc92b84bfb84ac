package dev.drover.scheduler.domain.bandwidth.fill;

/** What a flow asks for, in steps. */
final class Claim {
    private final int[] path;
    private final int weight;
    private final long floor;
    private final long ceiling;

    Claim(int[] path, int weight, long floor, long ceiling) {
        this.path = path.clone();
        this.weight = weight;
        this.floor = floor;
        this.ceiling = ceiling;
    }

    /** Not a copy: to be read only. */
    int[] path() {
        return path;
    }

    int weight() {
        return weight;
    }

    long floor() {
        return floor;
    }

    long ceiling() {
        return ceiling;
    }
}
