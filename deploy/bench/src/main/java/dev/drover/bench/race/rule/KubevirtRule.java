package dev.drover.bench.race.rule;

import dev.drover.bench.race.scene.Scene;
import dev.drover.bench.race.track.Track;

/**
 * KubeVirt: five at once in the cluster, two out of a node, as fast as they can
 * ({@code parallelMigrationsPerCluster}, {@code parallelOutboundMigrationsPerNode} and {@code bandwidthPerMigration} with
 * their defaults; KubeVirt user guide, "Live migration", cluster-wide limits).
 */
final class KubevirtRule extends SlotRule {
    private static final int PER_CLUSTER = 5;
    private static final int OUT_OF_A_NODE = 2;

    KubevirtRule(Scene scene) {
        super(scene);
    }

    @Override
    public String name() {
        return "kubevirt";
    }

    @Override
    boolean hasSlot(Track track) {
        return track.running() < PER_CLUSTER;
    }

    @Override
    boolean hasSlot(Track track, int move) {
        return track.out(scene().source(move)) < OUT_OF_A_NODE;
    }
}
