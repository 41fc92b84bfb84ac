package dev.drover.bench.run;

import dev.drover.bench.load.Seat;
import dev.drover.bench.load.SteppedClock;
import dev.drover.bench.result.RestartResult;
import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.StepResult;
import dev.drover.scheduler.engine.StoredSnapshot;
import dev.drover.scheduler.engine.ZoneEngine;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.SnapshotMessage;
import dev.drover.schema.snapshot.SnapshotPart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a zone over again and again, by its snapshot and without. */
final class Restarts {
    private static final double NANOS_A_MILLI = 1e6;
    private static final Duration TICK = Duration.ofMillis(250);
    private static final int LONGEST_SNAPSHOT = 10_000;

    private final Place place;
    private final SteppedClock clock;

    private Restarts(Place place, Instant now) {
        this.place = place;
        this.clock = new SteppedClock(now);
    }

    /** In a zone whose log is written, at {@code now} or later. */
    static RestartResult run(Place place, Instant now, int rounds) {
        return new Restarts(place, now).run(rounds);
    }

    private RestartResult run(int rounds) {
        StoredSnapshot snapshot = untilThereIsASnapshot();
        long events = ReplayRound.fold(place).state().events();
        List<Double> snapshots = new ArrayList<>();
        List<Double> replays = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            snapshots.add(takeOver(Optional.empty()));
            replays.add(takeOver(Optional.of(Folded.empty(place.zone()))));
        }
        return new RestartResult(
                Medians.of(snapshots.subList(1, snapshots.size()), Double::doubleValue),
                events - snapshot.footer().ofEvents(),
                Medians.of(replays.subList(1, replays.size()), Double::doubleValue),
                events,
                bytes(snapshot),
                snapshot.chunks().size() + 1);
    }

    private double takeOver(Optional<Folded> from) {
        try (PacedLog log = new PacedLog(place.log())) {
            ZoneEngine engine = Seat.engine(place.zone(), new RecordedPlans(), log, clock);
            System.gc();
            long begin = System.nanoTime();
            require(engine.takeOver(from));
            return (System.nanoTime() - begin) / NANOS_A_MILLI;
        }
    }

    /** A snapshot that was begun in the round before is lost with its owner; the next owner makes one. */
    private StoredSnapshot untilThereIsASnapshot() {
        try (PacedLog log = new PacedLog(place.log())) {
            Optional<StoredSnapshot> found = log.history().snapshotOutside(Set.of());
            if (found.isPresent()) {
                return found.get();
            }
            ZoneEngine engine = Seat.engine(place.zone(), new RecordedPlans(), log, clock);
            require(engine.takeOver(Optional.empty()));
            for (int i = 0; i < LONGEST_SNAPSHOT && found.isEmpty(); i++) {
                clock.set(clock.instant().plus(TICK));
                var written = engine.step(Duration.ZERO);
                found = written instanceof StepResult.Idle
                        ? Optional.of(log.history().snapshotOutside(Set.of()).orElseThrow(Restarts::tooShort))
                        : Optional.empty();
            }
            return found.orElseThrow(Restarts::tooShort);
        }
    }

    private static IllegalStateException tooShort() {
        return new IllegalStateException("the load makes fewer than " + Seat.EVENTS_A_SNAPSHOT
                + " events, so that no snapshot is ever made; give more --seconds");
    }

    private long bytes(StoredSnapshot snapshot) {
        MessageCodec codec = new MessageCodec();
        Head head = new Head(
                new MessageId("bench"),
                place.zone(),
                clock.instant(),
                new Actor("bench"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Stream.concat(snapshot.chunks().stream(), Stream.<SnapshotPart>of(snapshot.footer()))
                .map(part -> codec.encode(new SnapshotMessage(head, snapshot.slot(), 0, part)))
                .mapToLong(event ->
                        Optional.ofNullable(event.getData()).orElseThrow().toBytes().length)
                .sum();
    }

    private static void require(StepResult result) {
        if (!(result instanceof StepResult.Advanced)) {
            throw new IllegalStateException("the zone could not be taken over: " + result);
        }
    }
}
