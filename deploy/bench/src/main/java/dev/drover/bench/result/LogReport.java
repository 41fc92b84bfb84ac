package dev.drover.bench.result;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * All that {@code bench log} says.
 *
 * @param at when it ended
 */
public record LogReport(
        String benchmark,
        String at,
        Machine machine,
        Settings settings,
        List<SizeResult> sizes,
        List<Growth> growth,
        List<Floor> floors) {
    /** Of these sizes. */
    public static LogReport of(Instant at, Machine machine, Settings settings, List<SizeResult> measured) {
        List<SizeResult> sizes = measured.stream()
                .sorted(Comparator.comparingInt(SizeResult::vms))
                .toList();
        List<Growth> growth = sizes.stream()
                .skip(1)
                .map(large -> Growth.of(sizes.getFirst(), large))
                .toList();
        return new LogReport("log", at.toString(), machine, settings, sizes, growth, Floor.of(sizes, growth));
    }
}
