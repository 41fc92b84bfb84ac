package dev.drover.schema.codec;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.LeasesValidUntil;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.Check;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.message.AgentMessage;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.LeaseMessage;
import dev.drover.schema.message.Message;
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
    private static final List<MessageType> TO_AGENTS = Stream.concat(
                    Catalogue.COMMANDS.stream(), Catalogue.LEASES.stream())
            .toList();

    private final JsonMapper programs = Json.forPrograms();
    private final JsonMapper people = Json.forPeople();

    /**
     * Throws {@link IllegalArgumentException} only for what an author must not make, since nobody could read it: a body
     * larger than {@value Bodies#MAX_BYTES} bytes (an intent's or a report's: {@value Bodies#MAX_INBOX_BYTES}), a time
     * outside the years 1970 to 9999, a negative duration, half a character.
     */
    public CloudEvent encode(Message message) {
        CloudEventBuilder out = Heads.write(message.head());
        Object body = switch (message) {
            case IntentMessage intent -> intent.intent();
            case ReportMessage report -> {
                Marks.write(out, report.mark());
                yield report.report();
            }
            case EventMessage event -> {
                write(out, event);
                yield event.event();
            }
            case CommandMessage command -> {
                out.withSubject("hosts/" + command.host().value());
                out.withExtension(Attributes.HOST, command.host().value());
                Marks.write(out, command.mark());
                yield command.command();
            }
            case LeaseMessage leases -> {
                out.withExtension(Attributes.EPOCH, Long.toString(leases.epoch().value()));
                yield leases.lease();
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
                .withData("application/json", Bodies.write(programs, body, most(type)))
                .build();
    }

    /** An intent or a report. An intent with an unknown field is refused. */
    public Decoding<InboxMessage> inbox(CloudEvent event) {
        return attempt(() -> {
            MessageType type = type(event, INBOX);
            return Catalogue.INTENTS.contains(type)
                    ? new IntentMessage(Heads.read(event), body(people, event, type, Intent.class))
                    : new ReportMessage(
                            Heads.read(event), Marks.ofReport(event), body(programs, event, type, Report.class));
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
                    Marks.origin(event),
                    body(programs, event, type, ZoneEvent.class));
        });
    }

    /** A command to an agent, or word to all of them. */
    public Decoding<AgentMessage> command(CloudEvent event) {
        return attempt(() -> {
            MessageType type = type(event, TO_AGENTS);
            return Catalogue.LEASES.contains(type) ? leases(event, type) : command(event, type);
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

    private CommandMessage command(CloudEvent event, MessageType type) {
        return new CommandMessage(
                Heads.read(event),
                new Attributes(event).required(Attributes.HOST, HostId::new),
                Marks.ofCommand(event),
                body(programs, event, type, AgentCommand.class));
    }

    private LeaseMessage leases(CloudEvent event, MessageType type) {
        return new LeaseMessage(
                Heads.read(event),
                new Attributes(event).requiredNumber(Attributes.EPOCH, Epoch::new),
                body(programs, event, type, LeasesValidUntil.class));
    }

    private static void write(CloudEventBuilder out, EventMessage event) {
        out.withSubject(event.event().subject());
        out.withExtension(Attributes.EPOCH, Long.toString(event.epoch().value()));
        event.inboxOffset()
                .ifPresent(offset -> out.withExtension(Attributes.INBOX_OFFSET, Long.toString(offset.value())));
        event.origin().ifPresent(mark -> Marks.write(out, mark));
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

    private static int most(MessageType type) {
        return INBOX.contains(type) ? Bodies.MAX_INBOX_BYTES : Bodies.MAX_BYTES;
    }

    private static <F> F body(JsonMapper mapper, CloudEvent event, MessageType type, Class<F> root) {
        byte[] data = Optional.ofNullable(event.getData())
                .orElseThrow(() -> new UndecodableException(new DecodeError.Malformed("it has no data")))
                .toBytes();
        return root.cast(Bodies.read(mapper, data, type.body(), most(type)));
    }

    private static <T> Decoding<T> attempt(Supplier<T> read) {
        try {
            return new Decoding.Decoded<>(read.get());
        } catch (UndecodableException undecodable) {
            return new Decoding.Undecodable<>(undecodable.error());
        }
    }
}
