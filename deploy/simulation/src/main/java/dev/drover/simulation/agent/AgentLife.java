package dev.drover.simulation.agent;

import dev.drover.agent.domain.AgentState;
import dev.drover.agent.domain.AttemptKey;
import dev.drover.agent.domain.Cause;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.domain.OpenAttempt;
import dev.drover.agent.domain.Verdict;
import dev.drover.agent.domain.WholeRate;
import dev.drover.agent.domain.ZoneTime;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.AttachDevice;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.id.VmId;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.CommandRefused;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.VmObserved;
import dev.drover.simulation.witness.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One life of an agent. It first finds out what became of the attempts that an earlier life left open, then reports the
 * host, then takes commands: each is judged, journalled, and only then carried out or refused.
 */
final class AgentLife {
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration CLOCKS_MAY_BE_OFF = Outside.SKEW.dividedBy(2);

    private final Outside outside;
    private final List<JournalEntry> journal;
    private final Place place;
    private final ReportQueue reports;
    private final HypervisorCalls calls;
    private final InventoryLook inventory;
    private final Mail mail;
    private final TreeMap<VmId, AttemptKey> busy = new TreeMap<>();
    private final TreeMap<AttemptKey, SimAttempt> running = new TreeMap<>();
    private final Set<AttemptKey> unsettled;
    private AgentState state;
    private Instant written = Instant.MIN;
    private ZoneTime time = ZoneTime.UNKNOWN;
    private int read;
    private boolean listening;
    private boolean over;

    AgentLife(Outside outside, List<JournalEntry> journal, Place place, Mail mail) {
        this.outside = outside;
        this.journal = journal;
        this.place = place;
        this.mail = mail;
        this.state = AgentState.of(journal);
        JournalEntry.Started started = new JournalEntry.Started(
                state.nextIncarnation(outside.machine().clock().instant()));
        write(started);
        this.unsettled = new TreeSet<>(state.open().keySet());
        this.reports = new ReportQueue(outside, started.incarnation(), mail, () -> over);
        this.calls = new HypervisorCalls(outside, () -> over);
        this.inventory = new InventoryLook(outside, calls, reports, this::listen);
        place.forgetUndone();
        this.read = place.kept();
    }

    void begin() {
        state.open().values().forEach(attempt -> {
            busy.put(attempt.vm(), attempt.key());
            attempt(attempt).adopt();
        });
        beginWhenSettled();
    }

    void end() {
        over = true;
    }

    /** Does it in this life, if it lasts and when it is not stopped. */
    void whenAlive(Runnable what) {
        if (!over) {
            outside.machine().in(Duration.ZERO, what);
        }
    }

    boolean isIdle() {
        return listening
                && running.isEmpty()
                && reports.isEmpty()
                && place.isAllDone()
                && inventory.isUpToDate()
                && read == outside.topics().commandCount();
    }

    void commandsMayHaveCome() {
        if (!over) {
            Duration usual = outside.chance().millis(1, 50);
            outside.machine().in(usual.plus(mail.lateness(outside.time().now())), this::readAll);
        }
    }

    void hostHasChanged() {
        if (!over) {
            inventory.soon();
        }
    }

    void rereads() {
        read = 0;
        commandsMayHaveCome();
    }

    /** Its host as a report that is never sent: the next one has its number too. */
    ReportMessage inventory() {
        return reports.next(new InventoryReport(outside.fleet().inventory(outside.host())));
    }

    /** This attempt's course is known: it runs, or its end is being reported. */
    void settled(AttemptKey attempt) {
        if (unsettled.remove(attempt)) {
            beginWhenSettled();
        }
    }

    void over(AttemptKey attempt) {
        busy.values().remove(attempt);
        running.remove(attempt);
    }

    void write(JournalEntry entry) {
        state = state.evolve(entry);
        if (outside.habits().journals(entry)) {
            journal.add(entry);
        }
    }

    void refuse(CommandMark mark, Cause cause, RefusalReason reason, String detail, Runnable acknowledged) {
        CommandRefused refusal = new CommandRefused(mark.migration(), mark.attempt(), mark.sequence(), reason, detail);
        reports.say(refusal, Optional.of(cause), acknowledged);
    }

    void executes(CommandMessage command) {
        boolean clocksAgree = outside.machine().skew().abs().compareTo(CLOCKS_MAY_BE_OFF) <= 0;
        outside.witness()
                .saw(new Happening.Executed(
                        outside.host(), command, outside.time().now(), clocksAgree));
    }

    private void beginWhenSettled() {
        if (unsettled.isEmpty()) {
            inventory.begin();
        }
    }

    private void listen() {
        listening = true;
        commandsMayHaveCome();
    }

    private void readAll() {
        if (!listening) {
            return;
        }
        if (!outside.machine().hears()) {
            outside.machine().in(RETRY, this::readAll);
            return;
        }
        for (int ahead = read; ahead < outside.topics().commandCount(); ahead++) {
            time = time.heard(outside.topics().command(ahead).head().at());
        }
        while (read < outside.topics().commandCount()) {
            CommandMessage command = outside.topics().command(read);
            Place.Delivery delivery = place.begun(read++);
            if (command.host().equals(outside.host())) {
                obey(command, () -> place.done(delivery));
            } else {
                place.done(delivery);
            }
        }
    }

    private void obey(CommandMessage command, Runnable done) {
        Instant now = outside.machine().clock().instant();
        switch (outside.habits().judge(state, command, time.now(now), Outside.SKEW)) {
            case Verdict.Repeat repeat -> done.run();
            case Verdict.Refuse(RefusalReason reason, String detail) -> decline(command, reason, detail, done);
            case Verdict.Execute execute -> execute(command, now, done);
        }
    }

    private void execute(CommandMessage command, Instant now, Runnable done) {
        Cause cause = Cause.of(command.head());
        switch (command.command()) {
            case StartMigration start
            when busy.containsKey(start.vm()) ->
                decline(command, RefusalReason.HYPERVISOR_ERROR, "the vm is still being migrated", done);
            case StartMigration start -> {
                JournalEntry.MigrationTaken taken = new JournalEntry.MigrationTaken(
                        command.mark(),
                        cause,
                        start.vm(),
                        start.destination(),
                        start.destinationUri(),
                        WholeRate.of(start.rate()),
                        now.plus(start.giveUpAfter()));
                busy.put(start.vm(), OpenAttempt.of(taken).key());
                journalled(taken, done, () -> attempt(OpenAttempt.of(taken)).start(command));
            }
            case SetRate change -> {
                JournalEntry.RateTaken taken =
                        new JournalEntry.RateTaken(command.mark(), cause, WholeRate.of(change.rate()));
                journalled(taken, done, () -> setRate(command, taken));
            }
            case ObserveVm observe ->
                journalled(new JournalEntry.OtherTaken(command.mark()), done, () -> observe(command, observe));
            case AbortMigration abort ->
                journalled(new JournalEntry.AbortTaken(command.mark()), done, () -> abort(command, abort));
            case PrepareDestination prepare -> refuseUnknown(command, done);
            case AttachDevice attach -> refuseUnknown(command, done);
            case CleanupDestination cleanup -> refuseUnknown(command, done);
            case ReleaseSource release ->
                journalled(new JournalEntry.OtherTaken(command.mark()), done, () -> release(command, release));
        }
    }

    /** What is refused stays refused; it is done with when the zone knows of it. */
    private void decline(CommandMessage command, RefusalReason reason, String detail, Runnable done) {
        journalled(
                new JournalEntry.OtherTaken(command.mark()),
                () -> {},
                () -> refuse(command.mark(), Cause.of(command.head()), reason, detail, done));
    }

    /** The journal is written in order, and what is in it is acted on in that order. */
    private void journalled(JournalEntry.Taken entry, Runnable done, Runnable act) {
        write(entry);
        Instant now = outside.time().now();
        Instant soonest = now.plus(outside.chance().millis(1, 15));
        written = soonest.isAfter(written) ? soonest : written;
        outside.machine().in(Duration.between(now, written), () -> {
            done.run();
            act.run();
        });
    }

    private SimAttempt attempt(OpenAttempt open) {
        SimAttempt attempt = new SimAttempt(open, outside, this, calls, reports);
        running.put(open.key(), attempt);
        return attempt;
    }

    private void setRate(CommandMessage command, JournalEntry.RateTaken taken) {
        CommandMark mark = command.mark();
        executes(command);
        Optional.ofNullable(running.get(new AttemptKey(mark.migration(), mark.attempt())))
                .ifPresentOrElse(
                        attempt -> attempt.changeRate(mark, Cause.of(command.head()), taken.rate()),
                        () -> refuse(
                                mark,
                                Cause.of(command.head()),
                                RefusalReason.NOT_RUNNING_HERE,
                                "it does not run here",
                                () -> {}));
    }

    private void observe(CommandMessage command, ObserveVm observe) {
        executes(command);
        calls.ask(
                () -> outside.fleet().observe(outside.host(), observe.vm()),
                seen -> observed(command, observe.vm(), seen),
                trouble -> troubled(command, String.valueOf(trouble.getMessage())));
    }

    /** A job that is being started may not be visible yet; it is there all the same. */
    private void observed(CommandMessage command, VmId vm, Sighting seen) {
        CommandMark mark = command.mark();
        VmObserved report = new VmObserved(
                mark.migration(),
                mark.attempt(),
                vm,
                outside.habits().reported(seen.state()),
                seen.jobActive() || busy.containsKey(vm));
        reports.say(report, Optional.of(Cause.of(command.head())), () -> {});
    }

    private void release(CommandMessage command, ReleaseSource release) {
        CommandMark mark = command.mark();
        executes(command);
        calls.tell(
                () -> outside.fleet().release(outside.host(), release.vm()),
                () -> reports.say(
                        new SourceReleased(mark.migration(), mark.attempt()),
                        Optional.of(Cause.of(command.head())),
                        () -> {}),
                trouble -> troubled(command, String.valueOf(trouble.getMessage())));
    }

    /** Whoever asks is told how it ended: now if that is known, otherwise by the report that is to come. */
    private void abort(CommandMessage command, AbortMigration abort) {
        executes(command);
        AttemptKey key =
                new AttemptKey(command.mark().migration(), command.mark().attempt());
        Cause cause = Cause.of(command.head());
        Optional<SourceVerdict> outcome = state.outcome(abort.vm(), key);
        Optional<SimAttempt> attempt = Optional.ofNullable(running.get(key));
        if (attempt.isPresent()) {
            attempt.get().abort();
        } else if (outcome.isPresent()) {
            reports.say(
                    new MigrationEnded(key.migration(), key.attempt(), outcome.get()), Optional.of(cause), () -> {});
        } else if (!state.open().containsKey(key)) {
            refuse(command.mark(), cause, RefusalReason.NOT_RUNNING_HERE, "it does not run here", () -> {});
        }
    }

    private void refuseUnknown(CommandMessage command, Runnable done) {
        decline(command, RefusalReason.NOT_SUPPORTED, "this agent does not know how", done);
    }

    private void troubled(CommandMessage command, String detail) {
        Cause cause = Cause.of(command.head());
        refuse(command.mark(), cause, RefusalReason.HYPERVISOR_ERROR, detail, () -> {});
    }
}
