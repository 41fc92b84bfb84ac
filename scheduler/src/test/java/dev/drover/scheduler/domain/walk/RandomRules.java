package dev.drover.scheduler.domain.walk;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.RackId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.topology.Rack;
import dev.drover.schema.topology.Topology;
import dev.drover.schema.transfer.OwnDisks;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What somebody may lay down for a zone. */
final class RandomRules {
    private RandomRules() {}

    static ZonePolicy policy(Chance chance) {
        return new ZonePolicy(
                chance.between(1, 3),
                chance.between(1, 3),
                chance.between(50, 100),
                BitsPerSecond.mebibytesPerSecond(1),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(5),
                chance.between(1, 3),
                Duration.ofSeconds(3),
                Duration.ofSeconds(40),
                chance.between(1, 4),
                Duration.ofSeconds(2),
                chance.happens(70) ? TransferOptions.PLAIN.withDisks(OwnDisks.GO) : TransferOptions.PLAIN);
    }

    /** Some hosts stand in one of two racks, some in none. */
    static Topology topology(Chance chance, List<HostFacts> hosts) {
        List<HostId> first = new ArrayList<>();
        List<HostId> second = new ArrayList<>();
        for (HostFacts host : hosts) {
            switch (chance.between(0, 2)) {
                case 0 -> first.add(host.host());
                case 1 -> second.add(host.host());
                default -> {} // it stands in none
            }
        }
        return new Topology(List.of(rack(chance, "r1", first), rack(chance, "r2", second)));
    }

    private static Rack rack(Chance chance, String name, List<HostId> hosts) {
        return new Rack(new RackId(name), hosts, uplink(chance), uplink(chance));
    }

    /** At least a single migration gets through at any share of the link. */
    private static BitsPerSecond uplink(Chance chance) {
        return BitsPerSecond.megabits(chance.between(20, 2_000));
    }
}
