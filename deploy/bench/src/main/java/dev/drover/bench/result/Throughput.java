package dev.drover.bench.result;

/**
 * Inputs read, answered and committed, in batches of one transaction each.
 *
 * @param inputsPerSecond read and committed
 * @param eventsPerSecond written
 * @param commitP50Millis to write a batch and commit it
 * @param commitP99Millis likewise, but for the slowest one in a hundred
 * @param batchP50Millis from asking for a batch's inputs to its commit
 * @param batchP99Millis likewise, but for the slowest one in a hundred
 * @param loopCpuMicrosPerInput processor time of the thread that does it
 * @param processCpuMicrosPerInput processor time of the whole process, without the broker's
 */
public record Throughput(
        double inputsPerSecond,
        double eventsPerSecond,
        double commitP50Millis,
        double commitP99Millis,
        double batchP50Millis,
        double batchP99Millis,
        double loopCpuMicrosPerInput,
        double processCpuMicrosPerInput) {}
