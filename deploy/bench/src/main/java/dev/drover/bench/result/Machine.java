package dev.drover.bench.result;

import java.lang.management.ManagementFactory;

/**
 * Where it was measured.
 *
 * @param loadAverage of the last minute when it began, with what else ran on the machine; negative where unknown
 */
public record Machine(int processors, String java, String os, double loadAverage) {
    /** This one, now. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
