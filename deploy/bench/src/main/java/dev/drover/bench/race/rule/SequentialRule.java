package dev.drover.bench.race.rule;

import dev.drover.bench.race.scene.Scene;
import dev.drover.bench.race.track.Track;

/**
 * One after the other, as somebody does it by hand, or a loop in a shell.
 */
final class SequentialRule extends SlotRule {
    SequentialRule(Scene scene) {
        super(scene);
    }

    @Override
    public String name() {
        return "sequential";
    }

    @Override
    boolean hasSlot(Track track) {
        return track.running() == 0;
    }

    @Override
    boolean hasSlot(Track track, int move) {
        return true;
    }
}
