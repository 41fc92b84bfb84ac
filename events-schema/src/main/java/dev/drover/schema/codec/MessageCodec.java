package dev.drover.schema.codec;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.Check;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.Message;
import dev.drover.schema.message.ReportMark;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.message.SnapshotMessage;
import dev.drover.schema.message.TelemetryMessage;
import dev.drover.schema.report.Report;
import dev.drover.schema.snapshot.Slot;
import dev.drover.schema.snapshot.SnapshotPart;
import dev.drover.schema.telemetry.Telemetry;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Messages as CloudEvents 1.0: the body is the data, everything else an attribute. Encoding then decoding gives an
 * equal message. Decoding never throws: it gives a typed {@link DecodeError}. Safe for use by many threads.
 */
public final class MessageCodec {
    private static final List<MessageType> INBOX = Stream.concat(Catalogue.INTENTS.stream(), Catalogue.REPORTS.stream())
            .toList();

    private final JsonMapper programs = Json.forPrograms();
    private final JsonMapper people = Json.forPeople();

    /**
     * Throws {@link IllegalArgumentException} only for what an author must not make, since nobody could read it: a body
     * larger than {@value Bodies#MAX_BYTES} bytes, a time outside the years 1970 to 9999, a negative duration, half a
     * character.
     */
    public CloudEvent encode(Message message) {
        CloudEventBuilder out = Heads.write(message.head());
        Object body = switch (message) {
            case IntentMessage intent -> intent.intent();
            case ReportMessage report -> {
                write(out, report.mark());
                yield report.report();
            }
            case EventMessage event -> {
                write(out, event);
                yield event.event();
            }
            case CommandMessage command -> {
                write(out, command);
                yield command.command();
            }
            case TelemetryMessage telemetry -> {
                out.withExtension(Attributes.HOST, telemetry.host().value());
                yield telemetry.sample();
            }
            case SnapshotMessage snapshot -> {
                out.withSubject("snapshots/" + snapshot.slot().value());
                out.withExtension(Attributes.SLOT, snapshot.slot().value());
                out.withExtension(Attributes.PART, Integer.toString(snapshot.part()));
                yield snapshot.content();
            }
        };
        MessageType type = Catalogue.of(body);
        return out.withType(type.name())
                .withExtension(Attributes.TYPE_VERSION, Integer.toString(type.version()))
                .withData("application/json", Bodies.write(programs, body))
                .build();
    }

    /** An intent or a report. An intent with an unknown field is refused. */
    public Decoding<InboxMessage> inbox(CloudEvent event) {
        return attempt(() -> {
            MessageType type = type(event, INBOX);
            return Catalogue.INTENTS.contains(type)
                    ? new IntentMessage(Heads.read(event), body(people, event, type, Intent.class))
                    : new ReportMessage(Heads.read(event), mark(event), body(programs, event, type, Report.class));
        });
    }

    /** A fact of the log. */
    public Decoding<EventMessage> event(CloudEvent event) {
        Attributes attributes = new Attributes(event);
        return attempt(() -> {
            MessageType type = type(event, Catalogue.EVENTS);
            return new EventMessage(
                    Heads.read(event),
                    attributes.requiredNumber(Attributes.EPOCH, Epoch::new),
                    attributes.optionalNumber(Attributes.INBOX_OFFSET, InboxOffset::new),
                    origin(event),
                    body(programs, event, type, ZoneEvent.class));
        });
    }

    /** A command to an agent. */
    public Decoding<CommandMessage> command(CloudEvent event) {
        Attributes attributes = new Attributes(event);
        return attempt(() -> {
            MessageType type = type(event, Catalogue.COMMANDS);
            return new CommandMessage(
                    Heads.read(event),
                    attributes.required(Attributes.HOST, HostId::new),
                    new CommandMark(
                            attributes.required(Attributes.MIGRATION, MigrationId::new),
                            attributes.requiredNumber(Attributes.ATTEMPT, Attempt::new),
                            attributes.requiredNumber(Attributes.SEQUENCE, Sequence::new),
                            attributes.requiredNumber(Attributes.EPOCH, Epoch::new),
                            attributes.requiredInstant(Attributes.EXPIRES_AT)),
                    body(programs, event, type, AgentCommand.class));
        });
    }

    /** A sample. */
    public Decoding<TelemetryMessage> telemetry(CloudEvent event) {
        Attributes attributes = new Attributes(event);
        return attempt(() -> {
            MessageType type = type(event, Catalogue.TELEMETRY);
            return new TelemetryMessage(
                    Heads.read(event),
                    attributes.required(Attributes.HOST, HostId::new),
                    body(programs, event, type, Telemetry.class));
        });
    }

    /** A part of a snapshot. */
    public Decoding<SnapshotMessage> snapshot(CloudEvent event) {
        Attributes attributes = new Attributes(event);
        return attempt(() -> {
            MessageType type = type(event, Catalogue.SNAPSHOTS);
            return new SnapshotMessage(
                    Heads.read(event),
                    attributes.required(Attributes.SLOT, Slot::new),
                    attributes.requiredNumber(
                            Attributes.PART, part -> (int) Check.within(Attributes.PART, part, 0, Integer.MAX_VALUE)),
                    body(programs, event, type, SnapshotPart.class));
        });
    }

    private static void write(CloudEventBuilder out, EventMessage event) {
        out.withSubject(event.event().subject());
        out.withExtension(Attributes.EPOCH, Long.toString(event.epoch().value()));
        event.inboxOffset()
                .ifPresent(offset -> out.withExtension(Attributes.INBOX_OFFSET, Long.toString(offset.value())));
        event.origin().ifPresent(mark -> write(out, mark));
    }

    private static void write(CloudEventBuilder out, ReportMark mark) {
        out.withExtension(Attributes.HOST, mark.host().value());
        out.withExtension(
                Attributes.INCARNATION, Long.toString(mark.incarnation().value()));
        out.withExtension(Attributes.SEQUENCE, Long.toString(mark.sequence().value()));
    }

    private static void write(CloudEventBuilder out, CommandMessage command) {
        CommandMark mark = command.mark();
        out.withSubject("hosts/" + command.host().value());
        out.withExtension(Attributes.HOST, command.host().value());
        out.withExtension(Attributes.MIGRATION, mark.migration().value());
        out.withExtension(Attributes.ATTEMPT, Long.toString(mark.attempt().value()));
        out.withExtension(Attributes.SEQUENCE, Long.toString(mark.sequence().value()));
        out.withExtension(Attributes.EPOCH, Long.toString(mark.epoch().value()));
        out.withExtension(
                Attributes.EXPIRES_AT, WireTimes.check(mark.expiresAt()).toString());
    }

    private static ReportMark mark(CloudEvent event) {
        Attributes attributes = new Attributes(event);
        return new ReportMark(
                attributes.required(Attributes.HOST, HostId::new),
                attributes.requiredNumber(Attributes.INCARNATION, Incarnation::new),
                attributes.requiredNumber(Attributes.SEQUENCE, Sequence::new));
    }

    /** A mark in part is a mistake: taken for none, its report would count again. */
    private static Optional<ReportMark> origin(CloudEvent event) {
        Attributes attributes = new Attributes(event);
        return Stream.of(Attributes.HOST, Attributes.INCARNATION, Attributes.SEQUENCE)
                        .anyMatch(attributes::has)
                ? Optional.of(mark(event))
                : Optional.empty();
    }

    /** Before anything else is read: of a type or version that is not known, nothing else can be. */
    private static MessageType type(CloudEvent event, List<MessageType> family) {
        MessageType type = family.stream()
                .filter(known -> known.name().equals(event.getType()))
                .findFirst()
                .orElseThrow(() -> new UndecodableException(new DecodeError.UnknownType(event.getType())));
        long version = new Attributes(event)
                .requiredNumber(Attributes.TYPE_VERSION, number -> Check.atLeast(Attributes.TYPE_VERSION, number, 1));
        if (version > type.version()) {
            throw new UndecodableException(new DecodeError.NewerVersion(type.name(), version, type.version()));
        }
        return type;
    }

    private static <F> F body(JsonMapper mapper, CloudEvent event, MessageType type, Class<F> root) {
        byte[] data = Optional.ofNullable(event.getData())
                .orElseThrow(() -> new UndecodableException(new DecodeError.Malformed("it has no data")))
                .toBytes();
        return root.cast(Bodies.read(mapper, data, type.body()));
    }

    private static <T> Decoding<T> attempt(Supplier<T> read) {
        try {
            return new Decoding.Decoded<>(read.get());
        } catch (UndecodableException undecodable) {
            return new Decoding.Undecodable<>(undecodable.error());
        }
    }
}
