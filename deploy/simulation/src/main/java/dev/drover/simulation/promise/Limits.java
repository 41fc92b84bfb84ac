package dev.drover.simulation.promise;

import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.intent.ChangePolicy;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.simulation.scenario.PolicyPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** What operators have allowed. A limit that was lowered binds what begins from then on: what is under way goes on. */
final class Limits {
    private final ZonePolicy first;
    private final TreeMap<ZoneId, ZonePolicy> now = new TreeMap<>();
    private final List<ZonePolicy> ever = new ArrayList<>();

    Limits(PolicyPlan first) {
        this.first = first.policy();
        ever.add(this.first);
    }

    void add(ZoneId zone, ZoneEvent event) {
        if (event instanceof IntentAccepted accepted && accepted.accepted() instanceof ChangePolicy change) {
            now.put(zone, change.policy());
            ever.add(change.policy());
        }
    }

    /** The zone's figures now. */
    ZonePolicy now(ZoneId zone) {
        return now.getOrDefault(zone, first);
    }

    /** The most that was ever allowed in any zone. */
    int most(ToIntFunction<ZonePolicy> limit) {
        return ever.stream().mapToInt(limit).max().orElseThrow();
    }
}
