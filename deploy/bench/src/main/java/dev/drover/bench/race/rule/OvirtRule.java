package dev.drover.bench.race.rule;

import dev.drover.bench.race.scene.Scene;
import dev.drover.bench.race.track.Track;
import dev.drover.schema.unit.BitsPerSecond;

/**
 * oVirt: two out of a host and two into it, each at no more than half of the slower card
 * ({@code max_outgoing_migrations} and {@code max_incoming_migrations} in VDSM's {@code config.py}; "Auto" among the
 * bandwidth limits of a cluster's migration policy, oVirt administration guide).
 */
final class OvirtRule extends SlotRule {
    private static final int AT_ONCE = 2;

    OvirtRule(Scene scene) {
        super(scene);
    }

    @Override
    public String name() {
        return "ovirt";
    }

    @Override
    boolean hasSlot(Track track) {
        return true;
    }

    @Override
    boolean hasSlot(Track track, int move) {
        return track.out(scene().source(move)) < AT_ONCE && track.in(scene().destination(move)) < AT_ONCE;
    }

    @Override
    BitsPerSecond limit(int move) {
        BitsPerSecond slower = scene().nic(scene().source(move)).min(scene().nic(scene().destination(move)));
        return new BitsPerSecond(slower.value() / AT_ONCE).min(scene().pathRate(move));
    }
}
