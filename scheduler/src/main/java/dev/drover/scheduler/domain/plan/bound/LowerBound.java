package dev.drover.scheduler.domain.plan.bound;

/**
 * No plan ends before this.
 *
 * @param bottleneck what would have to be widened, or which vm takes so long; says so itself when nothing is to be moved
 */
public record LowerBound(double seconds, String bottleneck) {
    /** Where nothing moves. */
    public static final LowerBound NONE = new LowerBound(0, "nothing to move");

    /** The one that says more: the later one, or this of two that say the same. */
    public LowerBound or(LowerBound other) {
        return other.seconds > seconds ? other : this;
    }
}
