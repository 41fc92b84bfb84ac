package dev.drover.bench.race.track;

/**
 * Something is going to happen to a move. The sooner comes first, then the move with the smaller number.
 *
 * @param nanos from the start
 * @param version of what is known of the move: with another one this is out of date
 */
record Due(long nanos, int move, long version) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
        int sooner = Long.compare(nanos, other.nanos);
        return sooner != 0
                ? sooner
                : move != other.move ? Integer.compare(move, other.move) : Long.compare(version, other.version);
    }
}
