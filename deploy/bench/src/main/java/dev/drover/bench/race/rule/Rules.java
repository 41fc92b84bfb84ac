package dev.drover.bench.race.rule;

import dev.drover.bench.race.scene.Scene;
import dev.drover.bench.race.track.Rule;
import java.util.List;

/** Who races. */
public final class Rules {
    private Rules() {}

    /**
     * Drover, its peers, and what people do who have neither; each for one race.
     *
     * @param planned all moves, in the planner's order
     */
    public static List<Rule> all(Scene scene, int[] planned) {
        return List.of(
                new DroverRule(scene, planned),
                new KubevirtRule(scene),
                new NovaRule(scene),
                new OvirtRule(scene),
                new VmwareRule(scene),
                new SequentialRule(scene),
                new UnlimitedRule(scene));
    }
}
