package dev.drover.bench.run;

import dev.drover.bench.load.Recorder;
import dev.drover.bench.load.Recording;
import dev.drover.bench.result.Load;
import dev.drover.bench.result.Pair;
import dev.drover.bench.result.PlanningResult;
import dev.drover.bench.result.ReplayResult;
import dev.drover.bench.result.RestartResult;
import dev.drover.bench.result.Settings;
import dev.drover.bench.result.SizeResult;
import dev.drover.bench.result.Throughput;
import dev.drover.bench.run.RawBatches.RawBatch;
import dev.drover.deploy.kafka.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** All measurements of one fleet, on a broker of their own. */
public final class SizeBench {
    private static final double NANOS_A_MILLI = 1e6;

    /** Until the compiler is done with the engine. */
    private static final int WARM_UPS = 2;

    private final String bootstrap;
    private final int vms;
    private final Settings settings;
    private final Consumer<String> progress;

    private SizeBench(String bootstrap, int vms, Settings settings, Consumer<String> progress) {
        this.bootstrap = bootstrap;
        this.vms = vms;
        this.settings = settings;
        this.progress = progress;
    }

    /** Takes minutes. The broker's data go into {@code folder}, and stay there. */
    public static SizeResult run(Path folder, int vms, Settings settings, Consumer<String> progress) {
        progress.accept(vms + " vms: starting Kafka");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            return new SizeBench(kafka.bootstrap(), vms, settings, progress).run();
        }
    }

    private SizeResult run() {
        say("recording the load");
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Recording recording = Recorder.record(vms, settings.inputs(), settings.seed(), begin);
        Place raw = Place.fresh(bootstrap);
        List<RawBatch> batches = RawBatches.of(recording, raw.layout());
        Place zone = raw;
        long inboxBytes = 0;
        List<Pair<Throughput>> pairs = new ArrayList<>();
        for (int round = 0; round < WARM_UPS + settings.rounds(); round++) {
            zone = Place.fresh(bootstrap);
            inboxBytes = Inbox.fill(zone, recording);
            pairs.add(pair(round, zone, raw, recording, batches));
        }
        say("replaying");
        ReplayResult replay = ReplayRound.run(zone, settings.rounds());
        say("taking over");
        Instant end = recording.mixed().getLast().at();
        RestartResult restart = Restarts.run(zone, end, settings.rounds());
        List<Pair<Throughput>> counted = pairs.subList(WARM_UPS, pairs.size());
        return new SizeResult(
                vms,
                recording.end().inventory().hosts().size(),
                load(recording, batches, inboxBytes),
                Medians.of(counted.stream().map(Pair::drover).toList()),
                Medians.of(counted.stream().map(Pair::raw).toList()),
                Medians.of(counted, SizeBench::ratio),
                replay,
                restart,
                planning(recording),
                HeldState.weigh(zone, vms));
    }

    private Pair<Throughput> pair(int round, Place zone, Place raw, Recording recording, List<RawBatch> batches) {
        Throughput drover = EngineRound.run(zone, recording);
        int skipped = recording.build().stream()
                .mapToInt(batch -> batch.inputs().size())
                .sum();
        Pair<Throughput> pair = new Pair<>(drover, RawRound.run(zone, raw, skipped, batches));
        say(String.format(
                Locale.ROOT,
                "round %d%s: engine %.0f inputs/s, raw Kafka %.0f inputs/s, ratio %.2f",
                round,
                round < WARM_UPS ? " (to warm up)" : "",
                pair.drover().inputsPerSecond(),
                pair.raw().inputsPerSecond(),
                ratio(pair)));
        return pair;
    }

    private static double ratio(Pair<Throughput> pair) {
        return pair.drover().inputsPerSecond() / pair.raw().inputsPerSecond();
    }

    private static Load load(Recording recording, List<RawBatch> batches, long inboxBytes) {
        int inputs = batches.stream().mapToInt(RawBatch::inputs).sum();
        long all = recording.batches().mapToLong(batch -> batch.inputs().size()).sum();
        long events = batches.stream().mapToLong(RawBatch::events).sum();
        long commands = recording.mixed().stream()
                .mapToLong(batch -> batch.written().commands().size())
                .sum();
        return new Load(
                batches.size(),
                inputs,
                (double) inputs / batches.size(),
                (double) events / inputs,
                (double) commands / inputs,
                (double) inboxBytes / all,
                (double) batches.stream().mapToLong(RawBatch::bytes).sum() / inputs,
                recording.mix());
    }

    private static PlanningResult planning(Recording recording) {
        int plans = recording.mixed().stream()
                .mapToInt(batch -> batch.plans().size())
                .sum();
        return new PlanningResult(plans, recording.planning().toNanos() / NANOS_A_MILLI / Math.max(1, plans));
    }

    private void say(String what) {
        progress.accept(vms + " vms: " + what);
    }
}
