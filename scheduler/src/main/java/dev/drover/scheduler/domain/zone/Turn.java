package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.state.ZoneEvolver;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.Head;
import dev.drover.schema.policy.ZonePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One decision being made: collects facts and commands, and shows the state as it would be after them. It lives only
 * within a call of {@code decide}; the caller's state is never touched.
 */
final class Turn {
    private final Cause cause;
    private final ZonePolicy policy;
    private final Instant now;
    private final List<EventMessage> events = new ArrayList<>();
    private final List<CommandMessage> commands = new ArrayList<>();
    private ZoneState state;

    Turn(ZoneState state, ZoneInput input, ZonePolicy initial, Actor scheduler) {
        this.state = state;
        this.cause = Cause.of(input, scheduler);
        this.policy = state.rules().policy().orElse(initial);
        this.now = state.progress().timeAt(input.at());
    }

    ZoneState state() {
        return state;
    }

    ZonePolicy policy() {
        return policy;
    }

    /** The zone's time of everything decided in this turn. */
    Instant now() {
        return now;
    }

    Migration migration(MigrationId id) {
        return state.migrations().find(id).orElseThrow();
    }

    /** A name for a new migration, unique in the zone and in the order of the log. */
    MigrationId nextMigration() {
        return new MigrationId(String.format(Locale.ROOT, "m-%09d", state.events() + 1));
    }

    void record(ZoneEvent event) {
        Epoch epoch = event instanceof ZoneOwnershipTaken taken ? taken.epoch() : state.epoch();
        MessageId id = new MessageId(state.zone() + "-" + (state.events() + 1));
        Head head = head(id, cause.message(), Subject.intentOf(state, event));
        EventMessage message = new EventMessage(head, epoch, cause.offset(), cause.origin(), event);
        events.add(message);
        state = ZoneEvolver.evolve(state, message);
    }

    /** Orders {@code command}, the migration's {@code sequence}th, from {@code host}. */
    void order(Migration migration, Sequence sequence, HostId host, AgentCommand command) {
        CommandMark mark = new CommandMark(migration.id(), migration.attempt(), sequence, state.epoch(), expiry());
        MessageId id = new MessageId(state.zone() + "-" + migration.id() + "-" + sequence.value());
        Optional<MessageId> because = events.isEmpty()
                ? cause.message()
                : Optional.of(events.getLast().head().id());
        Head head = head(id, because, Optional.of(migration.plan().intent()));
        commands.add(new CommandMessage(head, host, mark, command));
    }

    /** When a command written now lapses. */
    Instant expiry() {
        return now.plus(policy.commandLife());
    }

    /** When to ask what became of a command written now: not before an agent with a slow clock has let it lapse. */
    Instant lapsed() {
        return expiry().plus(policy.skew());
    }

    Instant in(Duration wait) {
        return now.plus(wait);
    }

    Decision decision() {
        return new Decision(events, commands, state);
    }

    private Head head(MessageId id, Optional<MessageId> because, Optional<IntentId> intent) {
        return new Head(
                id,
                state.zone(),
                now,
                cause.actor(),
                cause.reason(),
                because,
                intent.map(about -> new CorrelationId(about.value())));
    }
}
