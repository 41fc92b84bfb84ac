package dev.drover.scheduler.domain.bandwidth;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.RackId;
import java.util.Comparator;
import java.util.Locale;

/**
 * A directed link: what one host's network card, or one rack's uplink, sends or receives.
 *
 * @param owner the name of the host or rack
 */
public record LinkId(Kind kind, String owner, Direction direction) implements Comparable<LinkId> {
    /** Whose it is. */
    public enum Kind {
        /** A host's network card. */
        HOST,
        /** A rack's uplink. */
        RACK
    }

    /** Which way. */
    public enum Direction {
        /** What it sends. */
        TX,
        /** What it receives. */
        RX
    }

    /** What {@code host} sends. */
    public static LinkId outOf(HostId host) {
        return new LinkId(Kind.HOST, host.value(), Direction.TX);
    }

    /** What {@code host} receives. */
    public static LinkId into(HostId host) {
        return new LinkId(Kind.HOST, host.value(), Direction.RX);
    }

    /** What {@code rack} sends to other racks. */
    public static LinkId outOf(RackId rack) {
        return new LinkId(Kind.RACK, rack.value(), Direction.TX);
    }

    /** What {@code rack} receives from other racks. */
    public static LinkId into(RackId rack) {
        return new LinkId(Kind.RACK, rack.value(), Direction.RX);
    }

    @Override
    public int compareTo(LinkId other) {
        return Comparator.comparing(LinkId::kind)
                .thenComparing(LinkId::owner)
                .thenComparing(LinkId::direction)
                .compare(this, other);
    }

    /** {@code h1.tx}, or {@code rack:r1.rx}. */
    @Override
    public String toString() {
        return (kind == Kind.RACK ? "rack:" : "") + owner + "."
                + direction.name().toLowerCase(Locale.ROOT);
    }
}
