package dev.drover.bench.run;

import dev.drover.bench.result.Throughput;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/** Times batches on the thread that made it. */
final class Stopwatch {
    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_MICRO = 1e3;
    private static final double NANOS_A_SECOND = 1e9;

    private final List<Double> batchMillis = new ArrayList<>();
    private final List<Double> commitMillis = new ArrayList<>();
    private final long begun = System.nanoTime();
    private final long processBegun = PROCESS.getProcessCpuTime();
    private final long threadBegun = THREADS.getCurrentThreadCpuTime();
    private long inputs;
    private long events;

    /** A batch has come to its end. */
    void batch(long fromNanos, long commitNanos, int read, int written) {
        batchMillis.add((System.nanoTime() - fromNanos) / NANOS_A_MILLI);
        commitMillis.add(commitNanos / NANOS_A_MILLI);
        inputs += read;
        events += written;
    }

    /** All batches until now. */
    Throughput stop() {
        double seconds = (System.nanoTime() - begun) / NANOS_A_SECOND;
        double process = (PROCESS.getProcessCpuTime() - processBegun) / NANOS_A_MICRO;
        double thread = (THREADS.getCurrentThreadCpuTime() - threadBegun) / NANOS_A_MICRO;
        return new Throughput(
                inputs / seconds,
                events / seconds,
                Medians.rank(commitMillis, 50),
                Medians.rank(commitMillis, 99),
                Medians.rank(batchMillis, 50),
                Medians.rank(batchMillis, 99),
                thread / inputs,
                process / inputs);
    }
}
