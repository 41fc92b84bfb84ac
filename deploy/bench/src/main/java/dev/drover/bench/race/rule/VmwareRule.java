package dev.drover.bench.race.rule;

import dev.drover.bench.race.scene.Scene;
import dev.drover.bench.race.track.Track;
import dev.drover.schema.unit.BitsPerSecond;

/**
 * VMware: eight at once on a card of 10 Gbit/s or more, four on a slower one; a move takes a place at both its ends, and
 * is as fast as it can be (vSphere, vCenter Server and Host Management, "Limits on Simultaneous Migrations").
 */
final class VmwareRule extends SlotRule {
    private static final BitsPerSecond FAST = BitsPerSecond.megabits(10_000);
    private static final int ON_A_FAST_CARD = 8;
    private static final int ON_A_SLOW_CARD = 4;

    VmwareRule(Scene scene) {
        super(scene);
    }

    @Override
    public String name() {
        return "vmware";
    }

    @Override
    boolean hasSlot(Track track) {
        return true;
    }

    @Override
    boolean hasSlot(Track track, int move) {
        return hasPlace(track, scene().source(move)) && hasPlace(track, scene().destination(move));
    }

    private boolean hasPlace(Track track, int host) {
        int places = scene().nic(host).compareTo(FAST) >= 0 ? ON_A_FAST_CARD : ON_A_SLOW_CARD;
        return track.out(host) + track.in(host) < places;
    }
}
