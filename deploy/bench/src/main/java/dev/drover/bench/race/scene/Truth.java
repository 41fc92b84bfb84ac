package dev.drover.bench.race.scene;

import dev.drover.agent.adapter.simulated.physics.Conduct;
import dev.drover.agent.adapter.simulated.physics.PreCopy;
import dev.drover.agent.adapter.simulated.physics.Workload;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What nobody knows of a guest beforehand.
 *
 * @param start a copy that has not begun
 * @param failures what each attempt that is going to fail has sent by then, in their order
 */
public record Truth(PreCopy start, List<Bytes> failures) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double BYTES_A_MB = 1e6;
    private static final double BITS_A_BYTE = 8;

    /** Copies the list. */
    public Truth {
        failures = List.copyOf(failures);
    }

    /** Of the vm that has this place in its instance; the same for the same seed, whatever the other vms. */
    static Truth of(PlannedVm vm, int place, Noise noise, long seed) {
        Random random = new Random((seed + 1) * GOLDEN_GAMMA ^ (place + 1) * (GOLDEN_GAMMA >>> 1));
        Bytes memory = bytes(vm.workload().memoryMB());
        Workload writes = new Workload(
                bytes(Math.min(vm.workload().hotMB(), vm.workload().memoryMB())),
                rate(vm.workload().hotMBps() * factor(random, noise)),
                rate(vm.workload().coldMBps() * factor(random, noise)));
        Conduct conduct = new Conduct(Duration.ofMillis(noise.downtimeLimitMillis()), noise.autoConverge(), 1);
        return new Truth(PreCopy.of(memory, writes, conduct), failures(random, noise, memory));
    }

    private static List<Bytes> failures(Random random, Noise noise, Bytes memory) {
        List<Bytes> failures = new ArrayList<>();
        while (failures.size() < noise.mostFailures() && random.nextDouble() < noise.failureProbability()) {
            failures.add(new Bytes((long) (memory.value() * random.nextDouble())));
        }
        return failures;
    }

    private static double factor(Random random, Noise noise) {
        return StrictMath.exp(noise.dirtyRateSigma() * random.nextGaussian());
    }

    private static Bytes bytes(double megabytes) {
        return new Bytes(Math.round(megabytes * BYTES_A_MB));
    }

    private static BitsPerSecond rate(double megabytesPerSecond) {
        return new BitsPerSecond(Math.round(megabytesPerSecond * BYTES_A_MB * BITS_A_BYTE));
    }
}
