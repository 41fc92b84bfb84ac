package dev.drover.schema.forecast;

/**
 * Pre-copy as QEMU does it ({@code migration_iteration_run} and the bitmap synchronisation in {@code migration/ram.c}):
 * a round sends what is dirty, what the guest writes meanwhile is the next round's, and as soon as that can be sent
 * within the downtime limit the guest is stopped for it.
 *
 * @param seconds of copying while the guest runs
 * @param linkBytes sent by then
 * @param rounds over memory by then
 * @param left memory that is still to be sent
 * @param leftSeconds how long that takes
 * @param settled whether it is little enough
 * @param throttlePercent by how much the guest was slowed down in the end
 */
record Rounds(
        double seconds,
        double linkBytes,
        int rounds,
        double left,
        double leftSeconds,
        boolean settled,
        int throttlePercent) {
    /** A round that leaves more than this part of what it began with brings nothing: the guest has settled. */
    private static final double NO_PROGRESS = 0.999;

    private static final int MOST_ROUNDS = 10_000;

    /** Copies until {@code limitSeconds} are enough for the rest, or no more rounds would help. */
    static Rounds run(GuestMemory guest, double linkBytesPerSecond, double limitSeconds, boolean throttles) {
        return new Copying(guest, linkBytesPerSecond, limitSeconds).run(throttles);
    }

    /** The one round that every migration begins with. */
    static Rounds first(GuestMemory guest, double linkBytesPerSecond) {
        return new Copying(guest, linkBytesPerSecond, 0).first();
    }

    /** On the link, with the last round. */
    double linkBytesWithLast() {
        return linkBytes + Wire.bytesForPages(left);
    }

    private record Copying(GuestMemory guest, double linkBytesPerSecond, double limitSeconds) {
        Rounds run(boolean throttles) {
            Throttling throttling = Throttling.of(throttles);
            Rounds now = first();
            while (!now.settled() && now.rounds() < MOST_ROUNDS) {
                Rounds next = next(now, throttling);
                throttling = throttling.after(now.left(), next.left());
                if (next.left() >= now.left() * NO_PROGRESS && !throttling.hasMore() && !next.settled()) {
                    return next;
                }
                now = next;
            }
            return now;
        }

        private Rounds first() {
            double zeros = (double) guest.zero().value();
            double link = Wire.bytesForPages(guest.size().value() - zeros) + Wire.bytesForZeros(zeros);
            return after(0, 0, 0, link, Throttling.of(false));
        }

        private Rounds next(Rounds now, Throttling throttling) {
            return after(now.seconds(), now.linkBytes(), now.rounds(), Wire.bytesForPages(now.left()), throttling);
        }

        /** One more round, of so many bytes on the link. */
        private Rounds after(double seconds, double linkBytes, int rounds, double link, Throttling throttling) {
            double took = link / linkBytesPerSecond;
            DirtyModel writes = guest.writes().throttled(throttling.percent());
            double left = Math.min((double) guest.size().value(), writes.bytesDirtiedOver(took));
            double leftSeconds = Wire.bytesForPages(left) / linkBytesPerSecond;
            return new Rounds(
                    seconds + took,
                    linkBytes + link,
                    rounds + 1,
                    left,
                    leftSeconds,
                    leftSeconds <= limitSeconds,
                    throttling.percent());
        }
    }
}
