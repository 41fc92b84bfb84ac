package dev.drover.bench.load;

import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An inbox, cut into batches, and what an engine made of it. An engine that reads the same batches at the same times
 * with the same plans decides the same.
 *
 * @param begin the time of the takeover, before the first batch
 * @param build the batches in which the hosts report for the first time
 * @param mixed the batches that are measured
 * @param end the state after all of them
 * @param planning how long the planner thought about the measured batches, all in all
 */
public record Recording(
        Instant begin, List<RecordedBatch> build, List<RecordedBatch> mixed, ZoneState end, Duration planning) {
    /** Copies the lists. */
    public Recording {
        build = List.copyOf(build);
        mixed = List.copyOf(mixed);
    }

    /** All batches in their order. */
    public Stream<RecordedBatch> batches() {
        return Stream.concat(build.stream(), mixed.stream());
    }

    /** The share of each kind of input among the measured ones, by the name of its record. */
    public SortedMap<String, Double> mix() {
        SortedMap<String, Double> shares = new TreeMap<>();
        long inputs = mixed.stream().mapToLong(batch -> batch.inputs().size()).sum();
        mixed.stream()
                .flatMap(batch -> batch.inputs().stream())
                .forEach(input -> shares.merge(kind(input), 1.0 / inputs, Double::sum));
        return shares;
    }

    private static String kind(InboxMessage input) {
        return switch (input) {
            case IntentMessage intent -> intent.intent().getClass().getSimpleName();
            case ReportMessage report -> report.report().getClass().getSimpleName();
        };
    }
}
