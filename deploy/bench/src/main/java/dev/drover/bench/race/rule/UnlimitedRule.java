package dev.drover.bench.race.rule;

import dev.drover.bench.race.scene.Scene;
import dev.drover.bench.race.track.Track;

/**
 * All at once: what a loop in a shell does that waits for nobody. TCP shares the links.
 */
final class UnlimitedRule extends SlotRule {
    UnlimitedRule(Scene scene) {
        super(scene);
    }

    @Override
    public String name() {
        return "unlimited";
    }

    @Override
    boolean hasSlot(Track track) {
        return true;
    }

    @Override
    boolean hasSlot(Track track, int move) {
        return true;
    }
}
