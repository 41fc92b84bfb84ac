package dev.drover.schema.kafka;

import dev.drover.schema.id.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All zones and the partitions that are theirs, each partition of one zone at most. Immutable. A zone keeps what it
 * got for ever: its log is there.
 */
public final class ZoneTable {
    /** Before the first zone. */
    public static final ZoneTable EMPTY = new ZoneTable(Collections.emptySortedMap());

    private static final int COMMAND_PARTITIONS = 4;

    private final SortedMap<ZoneId, ZoneLayout> zones;

    private ZoneTable(SortedMap<ZoneId, ZoneLayout> zones) {
        this.zones = Collections.unmodifiableSortedMap(zones);
    }

    /** The table of these zones; throws {@link ZoneTableException} when two of them share a partition. */
    public static ZoneTable of(Collection<ZoneLayout> layouts) {
        ZoneTable table = EMPTY;
        for (ZoneLayout layout : layouts) {
            table = table.with(layout);
        }
        return table;
    }

    /**
     * With this zone as it is laid out here, in place of an earlier entry of the same zone; throws
     * {@link ZoneTableException} when it shares a partition with another.
     */
    public ZoneTable with(ZoneLayout layout) {
        SortedMap<ZoneId, ZoneLayout> more = new TreeMap<>(zones);
        more.remove(layout.zone());
        more.values().forEach(other -> refuseSharing(other, layout));
        more.put(layout.zone(), layout);
        return new ZoneTable(more);
    }

    /**
     * With this zone in it. A new one gets the partitions behind all that are in use, four of them for commands; a gap
     * is never filled, since an earlier zone's log may be there.
     */
    public ZoneTable with(ZoneId zone) {
        if (zones.containsKey(zone)) {
            return this;
        }
        int first = commandPartitions();
        List<Integer> commands =
                IntStream.range(first, first + COMMAND_PARTITIONS).boxed().toList();
        return with(new ZoneLayout(zone, partitions(), commands));
    }

    /** All of them, by name. */
    public List<ZoneLayout> layouts() {
        return List.copyOf(zones.values());
    }

    /** The zone of this name. */
    public Optional<ZoneLayout> find(ZoneId zone) {
        return Optional.ofNullable(zones.get(zone));
    }

    /** The zone whose inbox and events are in this partition. */
    public Optional<ZoneLayout> at(int partition) {
        return zones.values().stream()
                .filter(layout -> layout.partition() == partition)
                .findFirst();
    }

    /** Whether there is no zone yet. */
    public boolean isEmpty() {
        return zones.isEmpty();
    }

    /** How many partitions the topics with one a zone must have at least. */
    public int partitions() {
        return behind(zones.values().stream().map(ZoneLayout::partition));
    }

    /** How many partitions the topics with several a zone must have at least. */
    public int commandPartitions() {
        return behind(zones.values().stream().flatMap(layout -> layout.commandPartitions().stream()));
    }

    /** A sentence for whoever asked for a zone that is not here: what there is, and what to do. */
    public String absence(ZoneId zone) {
        String known = zones.isEmpty()
                ? "there is no zone yet"
                : "known: " + zones.keySet().stream().map(ZoneId::value).collect(Collectors.joining(", "));
        return "zone " + zone + " is not in the zone table (" + known
                + "); correct the name, or start a scheduler with --zone " + zone;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ZoneTable table && zones.equals(table.zones);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(zones);
    }

    @Override
    public String toString() {
        return zones.values().toString();
    }

    private static int behind(Stream<Integer> used) {
        return used.mapToInt(Integer::intValue).max().orElse(-1) + 1;
    }

    private static void refuseSharing(ZoneLayout one, ZoneLayout other) {
        List<String> shared = new ArrayList<>();
        if (one.partition() == other.partition()) {
            shared.add("partition " + one.partition() + " of " + Topics.INBOX + " and " + Topics.EVENTS);
        }
        TreeSet<Integer> both = new TreeSet<>(one.commandPartitions());
        both.retainAll(other.commandPartitions());
        if (!both.isEmpty()) {
            shared.add("partitions " + both + " of " + Topics.COMMANDS + " and " + Topics.TELEMETRY);
        }
        if (!shared.isEmpty()) {
            throw new ZoneTableException("zones " + one.zone() + " and " + other.zone() + " share "
                    + String.join(" and ", shared) + "; write the entry of the younger one in " + Topics.ZONES
                    + " again, with partitions that are no other zone's");
        }
    }
}
