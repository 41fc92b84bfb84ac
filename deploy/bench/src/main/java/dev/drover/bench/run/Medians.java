package dev.drover.bench.run;

import dev.drover.bench.result.Throughput;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What stands for several rounds. */
final class Medians {
    private Medians() {}

    /** The value below which so many per cent of them lie. */
    static double rank(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        int index = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
        return sorted.get(Math.max(0, index));
    }

    static <T> double of(List<T> rounds, ToDoubleFunction<T> figure) {
        return rank(rounds.stream().mapToDouble(figure).boxed().toList(), 50);
    }

    /** Each figure for itself. */
    static Throughput of(List<Throughput> rounds) {
        return new Throughput(
                of(rounds, Throughput::inputsPerSecond),
                of(rounds, Throughput::eventsPerSecond),
                of(rounds, Throughput::commitP50Millis),
                of(rounds, Throughput::commitP99Millis),
                of(rounds, Throughput::batchP50Millis),
                of(rounds, Throughput::batchP99Millis),
                of(rounds, Throughput::loopCpuMicrosPerInput),
                of(rounds, Throughput::processCpuMicrosPerInput));
    }
}
