package dev.drover.agent.engine;

import dev.drover.agent.domain.AgentState;
import dev.drover.agent.domain.AttemptKey;
import dev.drover.agent.domain.Entries;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.domain.Leases;
import dev.drover.agent.domain.OpenAttempt;
import dev.drover.agent.domain.Verdict;
import dev.drover.agent.engine.HostMessage.Obey;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.SourceVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One host's agent. It first finds out what became of the attempts that an earlier life left open, then reports the
 * host, then takes commands: each is judged, journalled, and only then carried out or refused.
 *
 * <p>While its journal is full it begins nothing new, says so, and looks after what runs. It stops, and leaves
 * migrations to themselves, when its journal or its reports fail: the next life knows what the journal says and observes
 * the rest.
 */
public final class Agent implements Part<HostMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    private final Outside outside;
    private final Runnable whenAdopted;
    private final Consumer<JournalMessage> journal;
    private final Consumer<InventoryMessage> inventory;
    private final ReportDesk reports;
    private final RoomDesk rooms;
    private final CommandDesk desk;
    private final Set<AttemptKey> unsettled;
    private AgentState state;

    /**
     * One in the life that {@code state} says; it begins at once.
     *
     * @param post where its messages come from
     * @param whenAdopted is called once, when nothing is open and unknown any more and the host has been reported:
     *     from then on commands may come
     */
    public Agent(Post<HostMessage> post, Crew crew, Outside outside, AgentState state, Runnable whenAdopted) {
        this.outside = outside;
        this.whenAdopted = whenAdopted;
        this.state = state;
        this.unsettled = new TreeSet<>(state.open().keySet());
        this.reports = new ReportDesk(outside, post, new LastReport(outside));
        this.journal = crew.employPatient(
                "journal", keeper -> new JournalKeeper(outside.journal(), post, keeper, outside.pace()));
        this.inventory = crew.employ("inventory", own -> new Inventory(own, outside, reports));
        this.rooms = new RoomDesk(outside, reports);
        this.desk = new CommandDesk(crew, outside, reports, rooms, inventory);
        adoptAll();
    }

    @Override
    public boolean on(HostMessage message) {
        switch (message) {
            case Obey obey -> obey(obey);
            case HostMessage.Hear hear -> hear(hear);
            case HostMessage.Kept kept -> kept.hear().taken().run();
            case HostMessage.Journalled journalled -> act(journalled.obey());
            case HostMessage.Declined declined -> sayDeclined(declined);
            case HostMessage.Noted noted -> LOG.debug("noted");
            case HostMessage.JournalFull full -> degraded(full.why());
            case HostMessage.NotWritten lost -> notWritten(lost.append(), lost.why());
            case HostMessage.JournalWell well -> recovered();
            case HostMessage.Settled settled -> settled(settled.attempt());
            case HostMessage.Over over -> desk.over(over.attempt());
            case HostMessage.EndReported end -> close(end.attempt(), end.verdict());
            case HostMessage.InventoryReported reported -> whenAdopted.run();
            case HostMessage.Observed seen -> {
                settleIn(seen);
                desk.observed(seen.obey().command(), seen.vm(), seen.answer());
            }
            case HostMessage.InRoom(RoomMessage step) -> rooms.on(step).ifPresent(this::write);
            case HostMessage.Released released -> {
                closeRoom(released);
                desk.released(released.obey().command(), released.answer());
            }
            case HostMessage.ReportLost lost ->
                throw new IllegalStateException("a report was lost, and the agent stops with it", lost.reason());
        }
        return true;
    }

    private void adoptAll() {
        LOG.info(
                "host={} begins life {} with {} open migrations",
                outside.host(),
                state.incarnation().map(life -> life.value()).orElse(0L),
                unsettled.size());
        state.open().values().forEach(desk::adopt);
        beginWhenSettled();
    }

    private void settled(AttemptKey attempt) {
        if (unsettled.remove(attempt)) {
            beginWhenSettled();
        }
    }

    private void beginWhenSettled() {
        if (unsettled.isEmpty()) {
            inventory.accept(new InventoryMessage.Begin());
        }
    }

    private void obey(Obey obey) {
        CommandMessage command = obey.command();
        Instant wall = outside.clock().instant();
        Duration skew = outside.pace().skew();
        if (obey.time().isAheadOf(wall, skew)) {
            LOG.warn(
                    "host={} has a clock that says {}, and the zone has written something at {}: they may differ by {} ms;"
                            + " set the clock right (timedatectl, chronyc tracking)",
                    outside.host(),
                    wall,
                    obey.time().newest(),
                    skew.toMillis());
        }
        Verdict verdict = outside.guard().judge(state, command, obey.time().now(wall), skew);
        switch (verdict) {
            case Verdict.Repeat repeat -> {
                LOG.info(
                        "host={} migration={} attempt={} has command {} already",
                        outside.host(),
                        command.mark().migration(),
                        command.mark().attempt().value(),
                        command.mark().sequence().value());
                obey.taken().run();
            }
            case Verdict.Refuse(RefusalReason reason, String detail) -> refuse(obey, reason, detail);
            case Verdict.Execute execute -> execute(obey);
        }
    }

    private void hear(HostMessage.Hear hear) {
        Leases said = new Leases(hear.message().epoch(), hear.message().lease().until());
        boolean keep = state.isNews(said) && state.mustKeep(said);
        JournalEntry entry = new JournalEntry.LeasesHeard(said);
        state = state.evolve(entry);
        LOG.debug("host={} heard {}, knows {}", outside.host(), said, state.leases());
        if (keep) {
            journal.accept(new JournalMessage.Append(entry, new HostMessage.Kept(hear)));
        } else {
            hear.taken().run();
        }
    }

    /**
     * What is refused stays refused, in this life and the next: the zone gives its place away, so it must not be carried
     * out when it comes again. A life that ends between the journal and the report never says that it refused: the zone,
     * which hears nothing, asks what became of the attempt.
     */
    private void refuse(Obey obey, RefusalReason reason, String detail) {
        JournalEntry entry = new JournalEntry.OtherTaken(obey.command().mark());
        state = state.evolve(entry);
        journal.accept(new JournalMessage.Append(entry, new HostMessage.Declined(obey, reason, detail)));
    }

    private void sayDeclined(HostMessage.Declined declined) {
        reports.refuse(declined.obey().command(), declined.reason(), declined.detail())
                .thenAccept(mark -> declined.obey().taken().run());
    }

    private void execute(Obey obey) {
        Optional<AttemptKey> inTheWay = obey.command().command() instanceof StartMigration start
                ? desk.attemptWith(start.vm())
                : Optional.empty();
        inTheWay.ifPresentOrElse(
                other -> refuse(
                        obey, RefusalReason.HYPERVISOR_ERROR, "the vm is still being migrated by " + other + " here"),
                () -> take(obey));
    }

    private void take(Obey obey) {
        JournalEntry.Taken entry = Entries.of(obey.command(), outside.clock().instant());
        state = state.evolve(entry);
        if (entry instanceof JournalEntry.MigrationTaken taken) {
            desk.reserve(taken.vm(), OpenAttempt.of(taken).key());
        }
        journal.accept(new JournalMessage.Append(entry, new HostMessage.Journalled(obey)));
    }

    private void act(Obey obey) {
        obey.taken().run();
        desk.act(obey, state);
    }

    private void degraded(String why) {
        LOG.error("host={} begins nothing new and leaves alone what runs: {}", outside.host(), why);
        inventory.accept(new InventoryMessage.Degraded(Optional.of(why)));
    }

    private void recovered() {
        LOG.info("host={} can write its journal again, and begins what it is told", outside.host());
        inventory.accept(new InventoryMessage.Degraded(Optional.empty()));
    }

    /** What would begin something that a later life knows nothing of is refused; the rest goes without. */
    private void notWritten(JournalMessage.Append append, String why) {
        switch (append.then()) {
            case HostMessage.Journalled(Obey obey) -> {
                switch (append.entry()) {
                    case JournalEntry.MigrationTaken begun -> {
                        undo(OpenAttempt.of(begun).key(), why);
                        refuse(obey, RefusalReason.NO_JOURNAL, why);
                    }
                    case JournalEntry.RateTaken changed -> refuse(obey, RefusalReason.NO_JOURNAL, why);
                    case JournalEntry harmless -> {
                        note(harmless);
                        act(obey);
                    }
                }
            }
            case HostMessage.InRoom(RoomMessage.Noted noted) -> {
                state = state.evolve(rooms.notNoted(noted, why));
            }
            case HostMessage.InRoom(RoomMessage.Closed closed) -> {
                note(append.entry());
                rooms.on(closed).ifPresent(this::write);
            }
            case HostMessage.Declined declined -> {
                note(append.entry());
                sayDeclined(declined);
            }
            case HostMessage.Kept kept -> {
                note(append.entry());
                kept.hear().taken().run();
            }
            case HostMessage other -> throw new IllegalStateException("nobody waits for " + append);
        }
    }

    private void undo(AttemptKey attempt, String why) {
        SourceVerdict never = new SourceVerdict.StayedAtSource(FailureKind.HYPERVISOR_ERROR, why);
        state = state.evolve(new JournalEntry.AttemptReported(attempt.migration(), attempt.attempt(), never));
        desk.over(attempt);
    }

    private void write(JournalMessage.Append append) {
        state = state.evolve(append.entry());
        journal.accept(append);
    }

    /** What was made for a vm that has arrived is its own from then on. */
    private void settleIn(HostMessage.Observed seen) {
        boolean arrived = seen.answer() instanceof Answer.Given<Sighting>(Sighting sighting)
                && sighting.is(VmState.RUNNING)
                && !sighting.jobActive();
        if (arrived) {
            closeRoom(seen.vm());
        }
    }

    /** Nothing is here any more of a vm that has left for good. */
    private void closeRoom(HostMessage.Released released) {
        if (released.answer() instanceof Answer.Given<Done>
                && released.obey().command().command() instanceof ReleaseSource release) {
            closeRoom(release.vm());
        }
    }

    private void closeRoom(VmId vm) {
        if (!state.room(vm).isEmpty()) {
            write(new JournalMessage.Append(new JournalEntry.RoomClosed(vm), new HostMessage.Noted()));
        }
    }

    private void note(JournalEntry entry) {
        journal.accept(new JournalMessage.Append(entry, new HostMessage.Noted()));
    }

    private void close(AttemptKey attempt, SourceVerdict verdict) {
        JournalEntry entry = new JournalEntry.AttemptReported(attempt.migration(), attempt.attempt(), verdict);
        state = state.evolve(entry);
        note(entry);
    }
}
