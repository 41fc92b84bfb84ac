package dev.drover.scheduler.domain.bandwidth;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.RackId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.topology.Rack;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The links of a zone as far as migrations may use them: its hosts' network cards and its racks' uplinks. */
public final class Links {
    private Links() {}

    /** The links that the migration crosses: within a rack its uplink is not one of them. */
    public static List<LinkId> path(ZoneState state, Migration migration) {
        return path(state, migration.plan().source(), migration.plan().destination());
    }

    /** The first link on the way that carries no migration, however slow. */
    public static Optional<LinkId> tooNarrow(ZoneState state, HostId source, HostId destination) {
        return path(state, source, destination).stream()
                .filter(link -> !carries(state, link))
                .findFirst();
    }

    /** Whether the link carries any migration at all. */
    public static boolean carries(ZoneState state, LinkId link) {
        return slots(state, state.rules().policy().orElseGet(ZonePolicy::standard), link) > 0;
    }

    /** How many migrations the link carries, if each gets no more than the smallest rate. */
    public static long slots(ZoneState state, ZonePolicy policy, LinkId link) {
        return usable(raw(state, link), policy).value() / policy.quantum().value();
    }

    private static List<LinkId> path(ZoneState state, HostId source, HostId destination) {
        List<LinkId> path = new ArrayList<>(List.of(LinkId.outOf(source), LinkId.into(destination)));
        Optional<Rack> from = state.rules().topology().rackOf(source);
        Optional<Rack> to = state.rules().topology().rackOf(destination);
        if (!from.equals(to)) {
            from.ifPresent(rack -> path.add(LinkId.outOf(rack.rack())));
            to.ifPresent(rack -> path.add(LinkId.into(rack.rack())));
        }
        return path;
    }

    /** What the links that these flows cross can carry. */
    public static SortedMap<LinkId, BitsPerSecond> capacity(ZoneState state, ZonePolicy policy, List<Flow> flows) {
        SortedMap<LinkId, BitsPerSecond> capacity = new TreeMap<>();
        for (Flow flow : flows) {
            flow.path().forEach(link -> capacity.computeIfAbsent(link, one -> usable(raw(state, one), policy)));
        }
        return capacity;
    }

    private static BitsPerSecond raw(ZoneState state, LinkId link) {
        return switch (link.kind()) {
            case HOST ->
                state.inventory()
                        .host(new HostId(link.owner()))
                        .map(HostFacts::nic)
                        .orElse(BitsPerSecond.ZERO);
            case RACK ->
                state.rules()
                        .topology()
                        .rack(new RackId(link.owner()))
                        .map(rack -> link.direction() == LinkId.Direction.TX ? rack.uplinkTx() : rack.uplinkRx())
                        .orElse(BitsPerSecond.ZERO);
        };
    }

    private static BitsPerSecond usable(BitsPerSecond raw, ZonePolicy policy) {
        return new BitsPerSecond(raw.value() / 100 * policy.linkSharePercent());
    }
}
