package dev.drover.simulation.promise;

/**
 * One way of a network card or of a rack's uplink.
 *
 * @param bitsPerSecond what it carries, migrations and all else
 */
record Link(String name, long bitsPerSecond) implements Comparable<Link> {
    @Override
    public int compareTo(Link other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
