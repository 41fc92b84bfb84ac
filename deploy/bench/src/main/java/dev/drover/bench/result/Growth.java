package dev.drover.bench.result;

/**
 * What an input costs on a large fleet, against the smallest one that was measured.
 *
 * @param fleetTimes how many times as large the fleet is
 * @param cpuTimes how many times as much processor time of the process an input takes
 * @param logTimes how many times as much it would be, if it grew like the logarithm of the fleet
 */
public record Growth(int vms, double fleetTimes, double cpuTimes, double logTimes) {
    /** Of {@code large} against {@code small}. */
    static Growth of(SizeResult small, SizeResult large) {
        return new Growth(
                large.vms(),
                (double) large.vms() / small.vms(),
                large.engine().processCpuMicrosPerInput() / small.engine().processCpuMicrosPerInput(),
                Math.log(large.vms()) / Math.log(small.vms()));
    }
}
