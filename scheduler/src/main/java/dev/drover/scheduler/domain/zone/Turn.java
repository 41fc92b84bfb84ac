package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMark;
import dev.drover.schema.message.ReportMessage;
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
    private final ZonePolicy policy;
    private final Actor scheduler;
    private final Optional<InboxOffset> offset;
    private final Optional<InboxMessage> cause;
    private final Instant now;
    private final List<EventMessage> events = new ArrayList<>();
    private final List<CommandMessage> commands = new ArrayList<>();
    private ZoneState state;

    Turn(ZoneState state, ZoneInput input, ZonePolicy policy, Actor scheduler) {
        this.state = state;
        this.policy = policy;
        this.scheduler = scheduler;
        this.now = state.timeAt(input.at());
        switch (input) {
            case ZoneInput.Durable durable -> {
                this.offset = Optional.of(durable.offset());
                this.cause = Optional.of(durable.message());
            }
            case ZoneInput.Volatile passing -> {
                this.offset = Optional.empty();
                this.cause = Optional.empty();
            }
        }
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
        EventMessage message = new EventMessage(eventHead(event), epoch, offset, origin(), event);
        events.add(message);
        state = ZoneEvolver.evolve(state, message);
    }

    /** Orders {@code command}, the migration's {@code sequence}th, from {@code host}. */
    void order(Migration migration, Sequence sequence, HostId host, AgentCommand command) {
        CommandMark mark = new CommandMark(migration.id(), migration.attempt(), sequence, state.epoch(), expiry());
        MessageId id = new MessageId(state.zone() + "-" + migration.id() + "-" + sequence.value());
        Optional<MessageId> because = events.isEmpty()
                ? causeId()
                : Optional.of(events.getLast().head().id());
        Head head = head(id, because, Optional.of(migration.plan().intent()));
        commands.add(new CommandMessage(head, host, mark, command));
    }

    /** When a command written now lapses. */
    Instant expiry() {
        return now.plus(policy.commandLife());
    }

    Instant in(Duration wait) {
        return now.plus(wait);
    }

    Decision decision() {
        return new Decision(events, commands);
    }

    private Head eventHead(ZoneEvent event) {
        MessageId id = new MessageId(state.zone() + "-" + (state.events() + 1));
        return head(id, causeId(), intentOf(event));
    }

    private Optional<MessageId> causeId() {
        return cause.map(message -> message.head().id());
    }

    private Head head(MessageId id, Optional<MessageId> because, Optional<IntentId> intent) {
        return new Head(
                id,
                state.zone(),
                now,
                cause.map(message -> message.head().actor()).orElse(scheduler),
                cause.flatMap(message -> message.head().reason()),
                because,
                intent.map(about -> new CorrelationId(about.value())));
    }

    private Optional<IntentId> intentOf(ZoneEvent event) {
        return switch (event) {
            case IntentEvent about -> Optional.of(about.intent());
            case MigrationPlanned planned -> Optional.of(planned.intent());
            case MigrationEvent about ->
                state.migrations()
                        .find(about.migration())
                        .map(migration -> migration.plan().intent());
            case ZoneOwnershipTaken taken -> Optional.empty();
            case HostInventoryRecorded recorded -> Optional.empty();
        };
    }

    private Optional<ReportMark> origin() {
        return cause.flatMap(message -> switch (message) {
            case ReportMessage report -> Optional.of(report.mark());
            case IntentMessage intent -> Optional.empty();
        });
    }
}
