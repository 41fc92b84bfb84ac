package dev.drover.scheduler.domain.plan.place;

/**
 * A host that could take a vm.
 *
 * @param rateMbps what the path there carries
 * @param mbit what the copy would take of each of its links
 * @param busiestSeconds for how long the busiest of them would be busy
 * @param totalSeconds for how long all of them together
 */
record Candidate(int host, long rateMbps, double mbit, double busiestSeconds, double totalSeconds) {
    /**
     * While no link is busy for longer than the whole plan takes anyway, a faster copy is better, for it blocks the source
     * for a shorter time; beyond that it matters most how busy the links get.
     */
    boolean isBetterThan(Candidate other, double unavoidableSeconds) {
        double mine = Math.max(busiestSeconds, unavoidableSeconds);
        double theirs = Math.max(other.busiestSeconds, unavoidableSeconds);
        if (mine != theirs) {
            return mine < theirs;
        }
        return rateMbps != other.rateMbps ? rateMbps > other.rateMbps : totalSeconds < other.totalSeconds;
    }
}
