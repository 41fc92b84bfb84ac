package dev.drover.bench.converge.driver;

import dev.drover.bench.converge.guest.Act;
import dev.drover.bench.converge.guest.Driver;
import dev.drover.bench.converge.guest.Sight;
import dev.drover.bench.converge.guest.Task;
import java.util.List;

/**
 * KubeVirt's rules with their default figures ({@code pkg/virt-launcher/virtwrap/live-migration-source.go}, {@code
 * handleLegacyConvergence}; {@code pkg/virt-config}): QEMU's own downtime limit of 300 ms throughout; aborted after 150 s
 * without progress, progress being less to send than at the sight before; after 150 s a GiB aborted, or switched to
 * post-copy where that is allowed.
 */
record KubevirtDriver(Task task, double watermark, double progressAt) implements Driver {
    private static final double QEMU_LIMIT = 0.3;
    private static final double NO_PROGRESS = 150;
    private static final double TIMEOUT_A_GIBIBYTE = 150;

    static Driver of(Task task) {
        return new KubevirtDriver(task, Double.POSITIVE_INFINITY, 0);
    }

    @Override
    public List<Act> first() {
        return Starting.with(task, QEMU_LIMIT);
    }

    @Override
    public Turn next(Sight sight) {
        double progress = sight.remaining() < watermark ? sight.seconds() : progressAt;
        boolean late = sight.seconds() > TIMEOUT_A_GIBIBYTE * task.guest().gibibytes();
        if (late && task.consents().postCopy()) {
            return Turn.of(new Act.PostCopy(), this);
        }
        if (late || sight.seconds() - progress > NO_PROGRESS) {
            return Turn.of(new Act.Abort(), this);
        }
        return Turn.none(new KubevirtDriver(task, sight.remaining(), progress));
    }
}
