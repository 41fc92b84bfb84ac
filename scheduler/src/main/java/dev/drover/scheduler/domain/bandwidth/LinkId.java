package dev.drover.scheduler.domain.bandwidth;

import dev.drover.schema.id.HostId;
import java.util.Comparator;

/** A directed link: what one host's network card sends, or what it receives. */
public record LinkId(HostId host, Direction direction) implements Comparable<LinkId> {
    /** Which way. */
    public enum Direction {
        /** What the host sends. */
        TX,
        /** What the host receives. */
        RX
    }

    /** What {@code host} sends. */
    public static LinkId outOf(HostId host) {
        return new LinkId(host, Direction.TX);
    }

    /** What {@code host} receives. */
    public static LinkId into(HostId host) {
        return new LinkId(host, Direction.RX);
    }

    @Override
    public int compareTo(LinkId other) {
        return Comparator.comparing(LinkId::host)
                .thenComparing(LinkId::direction)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return host.value() + "." + (direction == Direction.TX ? "tx" : "rx");
    }
}
