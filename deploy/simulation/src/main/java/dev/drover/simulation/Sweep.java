package dev.drover.simulation;

import dev.drover.simulation.scenario.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.LongStream;

/** Runs many seeds, each on one thread and twice: what is not the same the second time is a violation too. */
public final class Sweep {
    /** Under which number a run that can't be repeated is reported. */
    public static final String DETERMINISM = "determinism";

    private Sweep() {}

    /** All seeds from first to last, this many at a time. Throws what a run threw, which is a bug of the simulation. */
    public static SweepResult run(long first, long last, int threads, Function<Long, SimulationResult> run) {
        long began = System.nanoTime();
        TreeMap<FaultKind, Long> faults = new TreeMap<>();
        Arrays.stream(FaultKind.values()).forEach(kind -> faults.put(kind, 0L));
        List<Violation> violations = new ArrayList<>();
        long steps = 0;
        for (SimulationResult result : all(first, last, threads, run)) {
            steps += result.steps();
            result.faults().forEach((kind, count) -> faults.merge(kind, count, Long::sum));
            violations.addAll(result.violations());
        }
        return new SweepResult(
                last - first + 1, steps, faults, violations, Duration.ofNanos(System.nanoTime() - began));
    }

    private static List<SimulationResult> all(
            long first, long last, int threads, Function<Long, SimulationResult> run) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<SimulationResult>> runs = LongStream.rangeClosed(first, last)
                    .<Callable<SimulationResult>>mapToObj(seed -> () -> twice(seed, run))
                    .toList();
            List<SimulationResult> results = new ArrayList<>();
            for (Future<SimulationResult> one : pool.invokeAll(runs)) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a simulation could not be run", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static SimulationResult twice(long seed, Function<Long, SimulationResult> run) {
        SimulationResult once = run.apply(seed);
        SimulationResult again = run.apply(seed);
        if (once.equals(again)) {
            return once;
        }
        List<Violation> violations = new ArrayList<>(once.violations());
        violations.add(new Violation(
                DETERMINISM,
                seed,
                once.steps(),
                Simulation.START,
                "the log was " + once.logHash() + " the first time and " + again.logHash() + " the second"));
        return new SimulationResult(seed, once.steps(), once.faults(), violations, once.logHash());
    }
}
