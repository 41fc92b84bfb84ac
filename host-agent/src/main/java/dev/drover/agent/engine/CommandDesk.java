package dev.drover.agent.engine;

import dev.drover.agent.domain.AgentState;
import dev.drover.agent.domain.AttemptKey;
import dev.drover.agent.domain.Cause;
import dev.drover.agent.domain.OpenAttempt;
import dev.drover.agent.domain.WholeRate;
import dev.drover.agent.engine.HostMessage.Obey;
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
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.VmObserved;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out commands that are in the journal, and knows which attempt has which vm. Confined to the agent's own part. */
final class CommandDesk {
    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

    private final Crew crew;
    private final Outside outside;
    private final ReportDesk reports;
    private final RoomDesk rooms;
    private final Consumer<InventoryMessage> inventory;
    private final Map<VmId, AttemptKey> busy = new TreeMap<>();
    private final Map<AttemptKey, Consumer<MigrationMessage>> running = new TreeMap<>();

    CommandDesk(Crew crew, Outside outside, ReportDesk reports, RoomDesk rooms, Consumer<InventoryMessage> inventory) {
        this.crew = crew;
        this.outside = outside;
        this.reports = reports;
        this.rooms = rooms;
        this.inventory = inventory;
    }

    /** The attempt that has the vm, from the moment its command was accepted until it is over. */
    Optional<AttemptKey> attemptWith(VmId vm) {
        return Optional.ofNullable(busy.get(vm));
    }

    void reserve(VmId vm, AttemptKey attempt) {
        busy.put(vm, attempt);
    }

    void over(AttemptKey attempt) {
        running.remove(attempt);
        busy.values().remove(attempt);
    }

    void adopt(OpenAttempt attempt) {
        reserve(attempt.vm(), attempt.key());
        employ(attempt, Migration::adopting);
    }

    void start(OpenAttempt attempt) {
        employ(attempt, Migration::starting);
    }

    /** {@code state} is what the agent knows with this command. */
    void act(Obey obey, AgentState state) {
        switch (obey.command().command()) {
            case StartMigration start -> open(state, obey.command()).ifPresent(this::start);
            case SetRate change -> setRate(obey.command(), change);
            case ObserveVm observe ->
                reports.host()
                        .tellWhen(
                                outside.calls()
                                        .ask(outside.pace().call(), hypervisor -> hypervisor.observe(observe.vm())),
                                answer -> new HostMessage.Observed(obey, observe.vm(), answer));
            case ReleaseSource release ->
                reports.host()
                        .tellWhen(
                                rooms.release(obey.command(), release),
                                answer -> new HostMessage.Released(obey, answer));
            case AbortMigration abort -> abort(obey.command(), abort, state);
            case PrepareDestination prepare -> rooms.prepare(obey.command(), prepare, state);
            case CleanupDestination cleanup -> rooms.cleanUp(obey.command(), cleanup, state);
            case AttachDevice attach -> refuseUnknown(obey.command(), "to attach a device");
        }
    }

    /** A job that is being started may not be visible yet; it is there all the same. */
    void observed(CommandMessage command, VmId vm, Answer<Sighting> answer) {
        CommandMark mark = command.mark();
        switch (answer) {
            case Answer.Given<Sighting>(Sighting seen) ->
                reports.say(
                        new VmObserved(
                                mark.migration(),
                                mark.attempt(),
                                vm,
                                seen.state(),
                                seen.jobActive() || busy.containsKey(vm)),
                        Cause.of(command.head()));
            case Answer.Trouble<Sighting> trouble ->
                reports.refuse(command, RefusalReason.HYPERVISOR_ERROR, trouble.detail());
        }
    }

    void released(CommandMessage command, Answer<Done> answer) {
        CommandMark mark = command.mark();
        switch (answer) {
            case Answer.Given<Done> done -> {
                inventory.accept(new InventoryMessage.Refresh());
                reports.say(new SourceReleased(mark.migration(), mark.attempt()), Cause.of(command.head()));
                LOG.info(
                        "host={} migration={} attempt={} released its source",
                        outside.host(),
                        mark.migration(),
                        mark.attempt().value());
            }
            case Answer.Trouble<Done> trouble ->
                reports.refuse(command, RefusalReason.HYPERVISOR_ERROR, trouble.detail());
        }
    }

    /** Whoever asks is told how it ended: now if that is known, otherwise by the report that is to come. */
    private void abort(CommandMessage command, AbortMigration abort, AgentState state) {
        AttemptKey key = keyOf(command);
        Optional<SourceVerdict> outcome = state.outcome(abort.vm(), key);
        if (running.containsKey(key)) {
            running.get(key).accept(new MigrationMessage.Abort());
        } else if (outcome.isPresent()) {
            reports.say(new MigrationEnded(key.migration(), key.attempt(), outcome.get()), Cause.of(command.head()));
        } else if (open(state, command).isEmpty()) {
            refuseNotRunning(command);
        }
    }

    private void setRate(CommandMessage command, SetRate change) {
        CommandMark mark = command.mark();
        Optional.ofNullable(running.get(keyOf(command)))
                .ifPresentOrElse(
                        attempt -> attempt.accept(new MigrationMessage.ChangeRate(
                                mark, Cause.of(command.head()), WholeRate.of(change.rate()))),
                        () -> refuseNotRunning(command));
    }

    private void refuseNotRunning(CommandMessage command) {
        reports.refuse(command, RefusalReason.NOT_RUNNING_HERE, keyOf(command) + " does not run here");
    }

    private void refuseUnknown(CommandMessage command, String what) {
        reports.refuse(
                command,
                RefusalReason.NOT_SUPPORTED,
                "the agent of host " + outside.host() + ", " + AgentVersion.words() + ", does not know how " + what
                        + "; install a newer one that does, or a scheduler that does without");
    }

    private static Optional<OpenAttempt> open(AgentState state, CommandMessage command) {
        return Optional.ofNullable(state.open().get(keyOf(command)));
    }

    private static AttemptKey keyOf(CommandMessage command) {
        return new AttemptKey(command.mark().migration(), command.mark().attempt());
    }

    private void employ(OpenAttempt attempt, BiFunction<Course.Work, Post<MigrationMessage>, Migration> begin) {
        AttemptKey key = attempt.key();
        Course.Work work = new Course.Work(attempt, outside, reports, inventory);
        String name = "migration-%s@%d".formatted(key.migration(), key.attempt().value());
        running.put(key, crew.employ(name, post -> begin.apply(work, post)));
    }
}
