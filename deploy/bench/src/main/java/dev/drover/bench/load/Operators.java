package dev.drover.bench.load;

import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.intent.ChangeTopology;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Operators who keep a few hosts of the fleet draining: when one is empty they give it back and drain another. How many
 * at once does not grow with the fleet, so that fleets of all sizes are measured under the same load.
 */
final class Operators {
    private static final int MOST_DRAINS = 6;
    private static final int HOSTS_A_DRAIN = 3;

    private final Fleet fleet;
    private final ZoneId zone;
    private final Map<IntentId, HostId> draining = new HashMap<>();
    private final Map<IntentId, HostId> releasing = new HashMap<>();
    private final Set<HostId> held = new HashSet<>();
    private final List<Intent> wanted = new ArrayList<>();
    private int intents;

    Operators(Fleet fleet, ZoneId zone) {
        this.fleet = fleet;
        this.zone = zone;
    }

    /** Says how the hosts are wired. */
    void layOut() {
        wanted.add(new ChangeTopology(nextIntent("wire"), fleet.topology()));
    }

    /** Takes notice of what the zone wrote. */
    void read(EventMessage message) {
        if (message.event() instanceof IntentEnded ended) {
            Optional.ofNullable(draining.remove(ended.intent())).ifPresent(host -> release(ended.intent(), host));
            Optional.ofNullable(releasing.remove(ended.intent())).ifPresent(held::remove);
        }
    }

    /** Begins as many drains as are missing. */
    void keepDraining() {
        int most = Math.min(MOST_DRAINS, fleet.hosts().size() / HOSTS_A_DRAIN);
        for (int tries = 0; held.size() < most && tries < fleet.hosts().size(); tries++) {
            HostId host = fleet.anyHost();
            if (fleet.count(host) >= Fleet.VMS_A_HOST / 2 && held.add(host)) {
                IntentId intent = nextIntent("drain");
                draining.put(intent, host);
                wanted.add(EvacuateHosts.of(intent, host));
            }
        }
    }

    /** What they ask for in this turn. */
    List<InboxMessage> speak(Instant now) {
        List<InboxMessage> said = new ArrayList<>();
        for (Intent intent : wanted) {
            Head head = new Head(
                    new MessageId("operator-" + intent.intent()),
                    zone,
                    now,
                    Actor.operator("anna"),
                    Optional.of("maintenance"),
                    Optional.empty(),
                    Optional.empty());
            said.add(new IntentMessage(head, intent));
        }
        wanted.clear();
        return said;
    }

    private void release(IntentId drain, HostId host) {
        IntentId intent = nextIntent("release");
        releasing.put(intent, host);
        wanted.add(new ReleaseHosts(intent, drain));
    }

    private IntentId nextIntent(String what) {
        return new IntentId(what + "-" + ++intents);
    }
}
