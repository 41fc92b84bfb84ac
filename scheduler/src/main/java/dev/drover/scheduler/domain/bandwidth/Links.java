package dev.drover.scheduler.domain.bandwidth;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.HostId;
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
        HostId source = migration.plan().source();
        HostId destination = migration.plan().destination();
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

    /** How many migrations the host's card carries each way, if each gets no more than the smallest rate. */
    public static long slots(ZoneState state, ZonePolicy policy, HostId host) {
        return slots(state, policy, LinkId.outOf(host));
    }

    /** The same of any link. */
    public static long slots(ZoneState state, ZonePolicy policy, LinkId link) {
        return usable(raw(state, link), policy).value() / policy.quantum().value();
    }

    /** Whether the host's card carries any migration at all. */
    public static boolean carries(ZoneState state, HostId host) {
        return slots(state, state.rules().policy().orElseGet(ZonePolicy::standard), host) > 0;
    }

    private static BitsPerSecond raw(ZoneState state, LinkId link) {
        return switch (link.kind()) {
            case HOST ->
                state.inventory()
                        .host(new HostId(link.owner()))
                        .map(HostFacts::nic)
                        .orElse(BitsPerSecond.ZERO);
            case RACK ->
                state.rules().topology().racks().stream()
                        .filter(rack -> rack.rack().value().equals(link.owner()))
                        .map(rack -> link.direction() == LinkId.Direction.TX ? rack.uplinkTx() : rack.uplinkRx())
                        .findFirst()
                        .orElse(BitsPerSecond.ZERO);
        };
    }

    private static BitsPerSecond usable(BitsPerSecond raw, ZonePolicy policy) {
        return new BitsPerSecond(raw.value() / 100 * policy.linkSharePercent());
    }
}
