package dev.drover.bench.race.rule;

import dev.drover.bench.race.scene.Scene;
import dev.drover.bench.race.track.Rule;
import dev.drover.bench.race.track.Track;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.Iterator;

/**
 * First come, first served, within slots: in the order of the instance each move starts that finds a slot, and those that
 * do not are passed over for now. How fast it may be does not change on the way.
 */
abstract class SlotRule implements Rule {
    private final Scene scene;
    private final int[] order;

    SlotRule(Scene scene) {
        this.scene = scene;
        this.order = scene.eachMove().toArray();
    }

    final Scene scene() {
        return scene;
    }

    /** Whether anybody at all may start. */
    abstract boolean hasSlot(Track track);

    /** Whether this one may, if anybody may. */
    abstract boolean hasSlot(Track track, int move);

    /** How fast it may be: as fast as it can, unless the rule says otherwise. */
    BitsPerSecond limit(int move) {
        return scene.pathRate(move);
    }

    @Override
    public final int[] order() {
        return order;
    }

    @Override
    public final void act(Track track) {
        Iterator<Integer> waiting = track.waiting().iterator();
        while (hasSlot(track) && waiting.hasNext()) {
            int move = waiting.next();
            if (hasSlot(track, move)) {
                track.start(move, limit(move));
            }
        }
    }
}
