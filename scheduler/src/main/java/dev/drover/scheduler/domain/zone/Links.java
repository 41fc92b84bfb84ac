package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.bandwidth.LinkId;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The links of a zone, which are its hosts' network cards, as far as migrations may use them. */
final class Links {
    private Links() {}

    static List<LinkId> path(Migration migration) {
        return List.of(
                LinkId.outOf(migration.plan().source()),
                LinkId.into(migration.plan().destination()));
    }

    static SortedMap<LinkId, BitsPerSecond> capacity(Turn turn) {
        SortedMap<LinkId, BitsPerSecond> capacity = new TreeMap<>();
        for (HostFacts host : turn.state().inventory().hosts().values()) {
            BitsPerSecond usable = usable(host, turn.policy());
            capacity.put(LinkId.outOf(host.host()), usable);
            capacity.put(LinkId.into(host.host()), usable);
        }
        return capacity;
    }

    /** How many migrations the host's card carries each way, if each gets no more than the smallest rate. */
    static long slots(Turn turn, HostId host) {
        return turn.state()
                .inventory()
                .host(host)
                .map(facts -> usable(facts, turn.policy()).value()
                        / turn.policy().quantum().value())
                .orElse(0L);
    }

    private static BitsPerSecond usable(HostFacts host, ZonePolicy policy) {
        return new BitsPerSecond(host.nic().value() / 100 * policy.linkSharePercent());
    }
}
