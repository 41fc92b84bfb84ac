package dev.drover.agent.domain;

import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.report.SourceVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What an agent knows from its journal. Immutable; {@link #evolve} is the only way on.
 *
 * @param incarnation its present life; empty before its first
 * @param epoch the highest ownership of the zone it was commanded by
 * @param marks how far each migration's commands have been taken
 * @param open the attempts whose end is not known to be reported
 * @param ended how the last attempt with each vm ended; none while another is open
 * @param rooms the files that were made for vms which are to come, and are this agent's to remove
 * @param leases the newest word on the granted rates; empty before the first
 */
public record AgentState(
        Optional<Incarnation> incarnation,
        Epoch epoch,
        PSortedMap<MigrationId, MigrationMark> marks,
        PSortedMap<AttemptKey, OpenAttempt> open,
        PSortedMap<VmId, EndedAttempt> ended,
        PSortedMap<VmId, List<FilePath>> rooms,
        Optional<Leases> leases) {
    /** An agent that was never started. */
    public static final AgentState NEW = new AgentState(
            Optional.empty(),
            Epoch.NONE,
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            Optional.empty());

    /** What it knows from all of these, oldest first. */
    public static AgentState of(List<JournalEntry> entries) {
        AgentState state = NEW;
        for (JournalEntry entry : entries) {
            state = state.evolve(entry);
        }
        return state;
    }

    /** What it knows after this too. Total: entries that change nothing give an equal state. */
    public AgentState evolve(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.Started started ->
                new AgentState(Optional.of(started.incarnation()), epoch, marks, open, ended, rooms, leases);
            case JournalEntry.MigrationTaken taken ->
                opened(OpenAttempt.of(taken)).took(taken.mark());
            case JournalEntry.RateTaken taken ->
                changed(taken.mark(), attempt -> attempt.at(taken)).took(taken.mark());
            case JournalEntry.AbortTaken taken ->
                changed(taken.mark(), OpenAttempt::toBeAborted).took(taken.mark());
            case JournalEntry.OtherTaken taken -> took(taken.mark());
            case JournalEntry.RoomMade made -> withRooms(rooms.plus(made.vm(), made.files()));
            case JournalEntry.RoomClosed closed -> withRooms(rooms.minus(closed.vm()));
            case JournalEntry.LeasesHeard heard -> heard(heard.leases());
            case JournalEntry.AttemptReported over ->
                closed(new EndedAttempt(new AttemptKey(over.migration(), over.attempt()), over.verdict()));
        };
    }

    /**
     * The life to begin at {@code now}: above the last one, and never below the time in seconds, so that an agent whose
     * journal was lost, or restored from an old copy, is not taken for its own past.
     */
    public Incarnation nextIncarnation(Instant now) {
        long last = incarnation.map(Incarnation::value).orElse(0L);
        return new Incarnation(Math.max(last + 1, now.getEpochSecond()));
    }

    /** How far this migration's commands have been taken. */
    public Optional<MigrationMark> mark(MigrationId migration) {
        return Optional.ofNullable(marks.get(migration));
    }

    /** How this attempt with the vm ended; empty where that is not known, or has been overtaken by another attempt. */
    public Optional<SourceVerdict> outcome(VmId vm, AttemptKey attempt) {
        return Optional.ofNullable(ended.get(vm))
                .filter(last -> last.key().equals(attempt))
                .map(EndedAttempt::verdict);
    }

    /** The files that were made for the vm and are this agent's to remove. */
    public List<FilePath> room(VmId vm) {
        return rooms.getOrDefault(vm, List.of());
    }

    /** Whether this is newer than what is known. An owner that was replaced has no say. */
    public boolean isNews(Leases said) {
        return said.epoch().compareTo(epoch) >= 0
                && leases.filter(known -> !said.isNewerThan(known)).isEmpty();
    }

    /**
     * Whether the next life must know of this too. Word on leases comes every few seconds and the journal keeps all it is
     * told: a new owner is to be remembered, but until when rates hold only where a migration has one. A life that
     * does not know takes it that they do not hold, which is the safe side.
     */
    public boolean mustKeep(Leases said) {
        return said.epoch().compareTo(epoch) > 0 || !open.isEmpty();
    }

    private AgentState heard(Leases said) {
        return isNews(said)
                ? new AgentState(incarnation, said.epoch(), marks, open, ended, rooms, Optional.of(said))
                : this;
    }

    private AgentState took(CommandMark command) {
        MigrationMark raised = MigrationMark.of(command);
        raised = mark(command.migration()).map(raised::raisedTo).orElse(raised);
        return new AgentState(
                incarnation,
                command.epoch().compareTo(epoch) > 0 ? command.epoch() : epoch,
                marks.plus(command.migration(), raised),
                open,
                ended,
                rooms,
                leases);
    }

    /** A vm has one migration in flight, so another attempt with it means that the zone knows how earlier ones ended. */
    private AgentState opened(OpenAttempt attempt) {
        PSortedMap<AttemptKey, OpenAttempt> others = open;
        for (OpenAttempt earlier : open.values()) {
            if (earlier.vm().equals(attempt.vm())) {
                others = others.minus(earlier.key());
            }
        }
        return with(others.plus(attempt.key(), attempt), ended.minus(attempt.vm()));
    }

    private AgentState changed(CommandMark command, UnaryOperator<OpenAttempt> change) {
        AttemptKey key = new AttemptKey(command.migration(), command.attempt());
        return Optional.ofNullable(open.get(key))
                .map(attempt -> with(open.plus(key, change.apply(attempt)), ended))
                .orElse(this);
    }

    private AgentState closed(EndedAttempt end) {
        return Optional.ofNullable(open.get(end.key()))
                .map(attempt -> with(open.minus(end.key()), ended.plus(attempt.vm(), end)))
                .orElse(this);
    }

    private AgentState with(PSortedMap<AttemptKey, OpenAttempt> openNow, PSortedMap<VmId, EndedAttempt> endedNow) {
        return new AgentState(incarnation, epoch, marks, openNow, endedNow, rooms, leases);
    }

    private AgentState withRooms(PSortedMap<VmId, List<FilePath>> roomsNow) {
        return new AgentState(incarnation, epoch, marks, open, ended, roomsNow, leases);
    }
}
