package dev.drover.bench.load;

import dev.drover.scheduler.domain.plan.FirstFit;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.engine.ZoneEngine;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.InboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Runs the engine in memory against a fleet, and writes down what went into it and what came out. */
public final class Recorder {
    /** The zone of all records; those of others are made from them. */
    public static final ZoneId ZONE = new ZoneId("bench");

    /** As many as the engine takes at once. */
    private static final int MOST_INPUTS = 500;

    private static final int RESIZED_A_TURN = 4;
    private static final Duration TURN = Duration.ofMillis(20);

    private final Instant begin;
    private final Fleet fleet;
    private final Agents agents;
    private final Operators operators;
    private final RecordingLog log = new RecordingLog();
    private final TimedProposals proposals = new TimedProposals(new Planner(new FirstFit()));
    private final SteppedClock clock;
    private final ZoneEngine engine;
    private long turn;

    private Recorder(int vms, long seed, Instant begin) {
        SplittableRandom random = new SplittableRandom(seed);
        this.begin = begin;
        this.clock = new SteppedClock(begin);
        this.engine = Seat.engine(ZONE, proposals, log, clock);
        this.fleet = new Fleet(vms, random.split());
        this.agents = new Agents(fleet, ZONE, random.split());
        this.operators = new Operators(fleet, ZONE);
    }

    /**
     * Of a fleet with so many vms, with at least {@code inputs} measured inputs. They are dated from {@code begin} on:
     * a broker deletes what is dated longer ago than it keeps an inbox.
     */
    public static Recording record(int vms, int inputs, long seed, Instant begin) {
        return new Recorder(vms, seed, begin).record(inputs);
    }

    private Recording record(int inputs) {
        engine.takeOver(Optional.empty());
        operators.layOut();
        List<RecordedBatch> build = new ArrayList<>();
        for (List<HostId> some : chunks(fleet.hosts())) {
            some.forEach(agents::hasChanged);
            build.add(step());
        }
        Duration before = proposals.spent();
        List<RecordedBatch> mixed = new ArrayList<>();
        for (int recorded = 0;
                recorded < inputs;
                recorded += mixed.getLast().inputs().size()) {
            operators.keepDraining();
            resizeSome();
            mixed.add(step());
        }
        return new Recording(
                begin, build, mixed, engine.state(), proposals.spent().minus(before));
    }

    private RecordedBatch step() {
        turn++;
        Instant now = begin.plus(TURN.multipliedBy(turn));
        List<InboxMessage> inputs = new ArrayList<>(operators.speak(now));
        inputs.addAll(agents.speak(turn, now));
        clock.set(now);
        log.offer(inputs);
        engine.step(Duration.ZERO);
        log.written().events().forEach(operators::read);
        log.written().commands().forEach(command -> agents.obey(command, turn));
        return new RecordedBatch(now, inputs, proposals.taken(), log.written());
    }

    private void resizeSome() {
        for (int i = 0; i < RESIZED_A_TURN; i++) {
            HostId host = fleet.anyHost();
            fleet.resizeOne(host);
            agents.hasChanged(host);
        }
    }

    private static List<List<HostId>> chunks(List<HostId> hosts) {
        List<List<HostId>> chunks = new ArrayList<>();
        int most = MOST_INPUTS / 2;
        for (int first = 0; first < hosts.size(); first += most) {
            chunks.add(hosts.subList(first, Math.min(hosts.size(), first + most)));
        }
        return chunks;
    }
}
