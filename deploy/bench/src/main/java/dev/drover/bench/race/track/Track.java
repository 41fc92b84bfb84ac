package dev.drover.bench.race.track;

import dev.drover.agent.adapter.simulated.physics.Phase;
import dev.drover.bench.race.scene.RaceBound;
import dev.drover.bench.race.scene.Scene;
import dev.drover.bench.race.scene.Truth;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * One race, from event to event, in a time of its own. Between two events every rate stays as it is; the copies are the
 * simulated hypervisor's. Deterministic.
 */
public final class Track {
    private static final long LONGEST_NANOS = Duration.ofDays(30).toNanos();

    private final Scene scene;
    private final Rule rule;
    private final Traffic traffic;
    private final Rooms rooms;
    private final Tally tally;
    private final PriorityQueue<Due> agenda = new PriorityQueue<>();
    private final List<Optional<Copy>> copies = new ArrayList<>();
    private final long[] version;
    private final int[] attempts;
    private final int[] rankOf;
    private final BitSet waiting = new BitSet();
    private final int[] out;
    private final int[] in;
    private int running;
    private int done;
    private long now;
    private boolean ruleHasNews = true;

    private Track(Scene scene, RaceBound bound, Rule rule) {
        this.scene = scene;
        this.rule = rule;
        this.traffic = new Traffic(scene);
        this.rooms = new Rooms(scene);
        this.tally = new Tally(scene, bound);
        this.version = new long[scene.moves()];
        this.attempts = new int[scene.moves()];
        this.rankOf = new int[scene.moves()];
        this.out = new int[scene.problem().hosts().size()];
        this.in = new int[scene.problem().hosts().size()];
        int[] order = rule.order();
        for (int rank = 0; rank < order.length; rank++) {
            rankOf[order[rank]] = rank;
        }
        scene.eachMove().forEach(move -> copies.add(Optional.empty()));
        waiting.set(0, order.length);
    }

    /** Until all moves are done. Throws {@link InvalidValueException} if that never comes. */
    public static Result run(Scene scene, RaceBound bound, Rule rule) {
        Track track = new Track(scene, bound, rule);
        track.settle();
        while (track.done < scene.moves()) {
            track.nextInstant();
        }
        return track.tally.result(rule.name(), track.now, track.traffic.overruns());
    }

    /** Moves that may begin as far as their destination has room, in the rule's order. */
    public IntStream waiting() {
        int[] order = rule.order();
        return waiting.stream().map(rank -> order[rank]).filter(rooms::fits);
    }

    /** Moves under way. */
    public int running() {
        return running;
    }

    /** Those that leave this host. */
    public int out(int host) {
        return out[host];
    }

    /** Those that come to this host. */
    public int in(int host) {
        return in[host];
    }

    /** A move that waits begins, and sends no faster than this. */
    public void start(int move, BitsPerSecond limit) {
        waiting.clear(rankOf[move]);
        count(move, 1);
        rooms.arrive(move);
        Truth truth = scene.truth(move);
        Optional<Bytes> failsAt = truth.failures().stream().skip(attempts[move]).findFirst();
        copies.set(move, Optional.of(new Copy(truth.start(), now, BitsPerSecond.ZERO, failsAt)));
        traffic.limit(move, limit);
    }

    /** A move that sends may be as fast as this from now on. */
    public void limit(int move, BitsPerSecond rate) {
        traffic.limit(move, rate);
    }

    private void nextInstant() {
        Due next = Optional.ofNullable(agenda.poll()).orElseThrow(this::nothingGoesOn);
        now = next.nanos();
        if (now > LONGEST_NANOS) {
            throw new InvalidValueException(
                    "auto_converge",
                    "is " + scene.noise().autoConverge() + ", and under the rule " + rule.name()
                            + " moves take more than 30 days; let guests be slowed down, or widen links");
        }
        handle(next);
        while (!agenda.isEmpty() && agenda.element().nanos() == now) {
            handle(agenda.remove());
        }
        settle();
    }

    private InvalidValueException nothingGoesOn() {
        return new InvalidValueException(
                "vms",
                "wait for room under the rule " + rule.name() + " while nothing moves; give "
                        + scene.vm(rule.order()[waiting.nextSetBit(0)]).id() + " a destination with more room");
    }

    private void handle(Due due) {
        if (due.version() != version[due.move()]) {
            return;
        }
        copies.get(due.move()).ifPresentOrElse(copy -> progress(due.move(), copy), () -> ready(due.move()));
    }

    private void ready(int move) {
        waiting.set(rankOf[move]);
        ruleHasNews = true;
    }

    private void progress(int move, Copy before) {
        Duration limit = before.isCopying() && !rule.mayStop(move)
                ? Duration.ZERO
                : Duration.ofMillis(scene.noise().downtimeLimitMillis());
        Copy copy = before.within(limit).at(now);
        if (copy.hasFailed()) {
            fail(move, copy);
            return;
        }
        copies.set(move, Optional.of(copy));
        switch (copy.state().phase()) {
            case Phase.Copying copying -> {}
            case Phase.Following following -> {}
            case Phase.Stopped stopped when !before.isCopying() -> {}
            case Phase.Stopped stopped when copy.hasNothingToSend() -> endSending(move);
            case Phase.Stopped stopped -> stop(move);
            case Phase.Resuming resuming -> endSending(move);
            case Phase.Done end -> finish(move, copy, end);
        }
        schedule(move);
    }

    private void stop(int move) {
        traffic.limit(move, scene.pathRate(move));
        rule.stopped(move);
        ruleHasNews = true;
    }

    private void endSending(int move) {
        setRate(move, BitsPerSecond.ZERO);
        traffic.end(move);
        rule.sent(move);
        ruleHasNews = true;
    }

    private void finish(int move, Copy copy, Phase.Done end) {
        tally.attemptEnded(move, copy.state().sent());
        tally.done(end.blackout());
        rooms.leave(move);
        leave(move);
        done++;
    }

    private void fail(int move, Copy copy) {
        copies.set(move, Optional.of(copy));
        endSending(move);
        tally.attemptEnded(move, copy.state().sent());
        tally.aborted();
        rooms.giveUp(move);
        leave(move);
        attempts[move]++;
        agenda.add(new Due(
                now + Duration.ofMillis(scene.noise().retryAfterMillis()).toNanos(), move, ++version[move]));
    }

    private void leave(int move) {
        copies.set(move, Optional.empty());
        count(move, -1);
        ruleHasNews = true;
    }

    private void count(int move, int change) {
        running += change;
        out[scene.source(move)] += change;
        in[scene.destination(move)] += change;
    }

    private void settle() {
        if (ruleHasNews) {
            ruleHasNews = false;
            rule.act(this);
        }
        for (int move : traffic.settle()) {
            setRate(move, traffic.rate(move));
            schedule(move);
        }
        tally.look();
    }

    private void setRate(int move, BitsPerSecond rate) {
        Copy copy = copies.get(move).orElseThrow();
        tally.rateChanged(move, copy.rate(), rate);
        copies.set(move, Optional.of(copy.at(now).with(rate)));
    }

    private void schedule(int move) {
        copies.get(move).flatMap(Copy::nextNanos).ifPresent(nanos -> agenda.add(new Due(nanos, move, ++version[move])));
    }
}
