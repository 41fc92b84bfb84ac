package dev.drover.simulation.restart;

import dev.drover.scheduler.domain.state.ZoneEvolver;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.LoggedEvent;
import dev.drover.scheduler.engine.SnapshotShelf;
import dev.drover.scheduler.engine.StandbyFold;
import dev.drover.scheduler.engine.StateDigest;
import dev.drover.scheduler.engine.StoredSnapshot;
import dev.drover.schema.id.LogPosition;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.SnapshotMessage;
import dev.drover.simulation.scenario.Scenario;
import dev.drover.simulation.witness.Happening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One zone, folded in three ways at once: as its owners had it in memory, from the bytes of the log, and from the newest
 * snapshot with what the log says after it. After each event all three must be the same, and so must be what a new owner
 * finds who takes the zone over there.
 */
final class RestartedZone {
    private final ZoneId zone;
    private final Scenario scenario;
    private final List<String> differences = new ArrayList<>();
    private final List<LoggedEvent> log = new ArrayList<>();
    private final List<String> replays = new ArrayList<>();
    private final SnapshotShelf shelf = new SnapshotShelf();
    private List<String> ran = List.of();
    private ZoneState running;
    private ZoneState replayed;
    private Optional<ZoneState> shown = Optional.empty();
    private Optional<StandbyFold> restarted = Optional.empty();
    private LogPosition newest = LogPosition.START;
    private long starts;
    private long afterStarts;
    private long warmTakeovers;

    RestartedZone(ZoneId zone, Scenario scenario) {
        this.zone = zone;
        this.scenario = scenario;
        this.running = ZoneState.empty(zone);
        this.replayed = running;
    }

    /** Where the three were not the same. */
    List<String> differences() {
        return differences;
    }

    /** How many events there were. */
    long events() {
        return log.size();
    }

    /** From how many snapshots it was begun anew. */
    long snapshotStarts() {
        return starts;
    }

    /** Of how many takeovers, one an event, a standby's state was the beginning. */
    long warmTakeovers() {
        return warmTakeovers;
    }

    /** How many states that came of a snapshot were compared. */
    long statesAfterStarts() {
        return afterStarts;
    }

    void saw(Happening.HandedOver handed) {
        List<String> digests = new ArrayList<>();
        for (EventMessage event : handed.batch().events()) {
            running = ZoneEvolver.evolve(running, event);
            digests.add(StateDigest.of(running));
        }
        ran = digests;
    }

    void saw(Happening.Committed committed) {
        long behind = committed.events().size();
        for (int at = 0; at < committed.events().size(); at++) {
            EventMessage event = committed.events().get(at);
            LogPosition next = new LogPosition(committed.end().orElseThrow().value() - --behind);
            log.add(new LoggedEvent(event, next));
            replayed = ZoneEvolver.evolve(replayed, event);
            replays.add(StateDigest.of(replayed));
            compare("in its owner's memory", ran.get(at), replays.size());
            takeOver(next);
        }
        restarted.ifPresent(this::catchUp);
        committed.snapshot().forEach(this::keep);
        shelf.newestOutside(Set.of())
                .filter(found -> newest.isBefore(found.footer().position()))
                .ifPresent(this::beginAnew);
    }

    /** What an owner answers questions from; it may be behind, and is looked at by another promise when it is ahead. */
    void saw(Happening.Published published) {
        ZoneState state = published.folded().state();
        boolean isNew = shown.filter(before -> before == state).isEmpty();
        if (isNew && state.events() > 0 && state.events() <= replays.size()) {
            shown = Optional.of(state);
            compare("as " + published.by() + " shows it", StateDigest.of(state), state.events());
        }
    }

    /** Every other one begins with what a standby knew when the batch came, all others with the newest snapshot. */
    private void takeOver(LogPosition end) {
        Optional<Folded> warm = replays.size() % 2 == 0 ? restarted.flatMap(StandbyFold::folded) : Optional.empty();
        warmTakeovers += warm.isPresent() ? 1 : 0;
        new NewOwner(scenario, zone, new RecordedHistory(log, shelf, end))
                .takeOver(warm, replayed)
                .ifPresent(wrong -> differences.add(zone + " after " + replays.size() + " events: " + wrong));
    }

    private void keep(SnapshotMessage part) {
        shelf.put(part.slot(), part.part(), part.content());
    }

    private void beginAnew(StoredSnapshot snapshot) {
        newest = snapshot.footer().position();
        RecordedHistory history = new RecordedHistory(log, shelf, newest);
        StandbyFold fold = new StandbyFold(zone, history);
        fold.load();
        if (!history.begun().equals(Optional.of(newest))) {
            differences.add(zone + ": a sound snapshot of " + snapshot.footer().ofEvents() + " events was passed over");
        }
        starts++;
        restarted = Optional.of(fold);
        compareRestarted(fold);
        catchUp(fold);
    }

    private void catchUp(StandbyFold fold) {
        while (fold.folded().orElseThrow().state().events() < log.size()) {
            fold.follow(Duration.ZERO);
            compareRestarted(fold);
        }
    }

    private void compareRestarted(StandbyFold fold) {
        ZoneState state = fold.folded().orElseThrow().state();
        afterStarts++;
        compare("begun anew from the snapshot at " + newest, StateDigest.of(state), state.events());
    }

    private void compare(String which, String digest, long events) {
        String replay = replays.get(Math.toIntExact(events - 1));
        if (!digest.equals(replay)) {
            differences.add(zone + " after " + events + " events, the last of them "
                    + log.get(Math.toIntExact(events - 1)).event().event() + ": " + which + " it is " + digest
                    + ", by the log it is " + replay);
        }
    }
}
