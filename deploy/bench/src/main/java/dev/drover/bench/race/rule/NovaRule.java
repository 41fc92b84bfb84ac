package dev.drover.bench.race.rule;

import dev.drover.bench.race.scene.Scene;
import dev.drover.bench.race.track.Track;

/**
 * Nova: one out of a host, as fast as it can ({@code max_concurrent_live_migrations} and
 * {@code live_migration_bandwidth} with their defaults; Nova configuration reference).
 */
final class NovaRule extends SlotRule {
    private static final int OUT_OF_A_HOST = 1;

    NovaRule(Scene scene) {
        super(scene);
    }

    @Override
    public String name() {
        return "nova";
    }

    @Override
    boolean hasSlot(Track track) {
        return true;
    }

    @Override
    boolean hasSlot(Track track, int move) {
        return track.out(scene().source(move)) < OUT_OF_A_HOST;
    }
}
