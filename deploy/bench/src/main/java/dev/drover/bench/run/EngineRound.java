package dev.drover.bench.run;

import dev.drover.bench.load.RecordedBatch;
import dev.drover.bench.load.Recording;
import dev.drover.bench.load.Seat;
import dev.drover.bench.load.SteppedClock;
import dev.drover.bench.result.Throughput;
import dev.drover.scheduler.engine.StateDigest;
import dev.drover.scheduler.engine.StepResult;
import dev.drover.scheduler.engine.ZoneEngine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The engine answers a recorded inbox from Kafka. */
final class EngineRound {
    private static final Duration WAIT = Duration.ofMillis(100);

    private final PacedLog log;
    private final RecordedPlans plans = new RecordedPlans();
    private final SteppedClock clock;
    private final ZoneEngine engine;

    private EngineRound(Place place, PacedLog log, Recording recording) {
        this.log = log;
        this.clock = new SteppedClock(recording.begin());
        this.engine = Seat.engine(place.zone(), plans, log, clock);
    }

    /**
     * Times the mixed part, in a zone whose inbox is filled. Throws {@link IllegalStateException} when the engine did
     * not decide as it was recorded: then something else was measured.
     */
    static Throughput run(Place place, Recording recording) {
        try (PacedLog log = new PacedLog(place.log())) {
            return new EngineRound(place, log, recording).run(recording);
        }
    }

    private Throughput run(Recording recording) {
        require(engine.takeOver(Optional.empty()), 0);
        answer(recording.build(), new Stopwatch());
        System.gc();
        Stopwatch watch = new Stopwatch();
        answer(recording.mixed(), watch);
        Throughput measured = watch.stop();
        verify(recording);
        return measured;
    }

    private void answer(List<RecordedBatch> batches, Stopwatch watch) {
        for (RecordedBatch batch : batches) {
            clock.set(batch.at());
            plans.offer(batch.plans());
            log.pace(batch.inputs().size());
            long begin = System.nanoTime();
            require(engine.step(WAIT), batch.written().events().size());
            watch.batch(
                    begin,
                    log.commitNanos(),
                    batch.inputs().size(),
                    batch.written().events().size());
        }
    }

    private static void require(StepResult result, int events) {
        boolean asRecorded =
                result instanceof StepResult.Advanced advanced && (events == 0 || advanced.events() == events);
        if (!asRecorded) {
            throw new IllegalStateException("the engine did not answer as it was recorded: " + result);
        }
    }

    private void verify(Recording recording) {
        String recorded = StateDigest.of(recording.end());
        String now = StateDigest.of(engine.state());
        if (!now.equals(recorded)) {
            throw new IllegalStateException("the engine came to another state than was recorded");
        }
    }
}
