package dev.drover.schema.sample;

import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.LeasesValidUntil;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every type of the language as it looks in real use. */
public final class Samples {
    private Samples() {}

    /** One per type with all it may hold, and one more for each other shape a body can take. */
    public static List<Sample> all() {
        return Stream.of(
                        named(IntentSamples.INTENTS, Samples::intent),
                        named(ReportSamples.REPORTS, Samples::report),
                        named(EventSamples.EVENTS, Samples::event),
                        named(BodySamples.COMMANDS, Samples::command),
                        named(BodySamples.LEASES, Samples::leases),
                        named(BodySamples.TELEMETRY, Samples::telemetry),
                        named(SnapshotSamples.PARTS, Samples::snapshot))
                .flatMap(Function.identity())
                .toList();
    }

    /** The same bodies in envelopes from which all is missing that may be. */
    public static List<Sample> bare() {
        return all().stream()
                .map(sample -> new Sample(sample.name(), bare(sample.message())))
                .toList();
    }

    /** The one of this name. */
    public static Message of(String name) {
        return all().stream()
                .filter(sample -> sample.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sample is called " + name))
                .message();
    }

    private static <T> Stream<Sample> named(Map<String, T> bodies, Function<T, Message> envelope) {
        return bodies.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(body -> new Sample("dev.drover." + body.getKey(), envelope.apply(body.getValue())));
    }

    private static Message intent(Intent intent) {
        return new IntentMessage(Parts.head("anna-0001"), intent);
    }

    private static Message report(Report report) {
        return new ReportMessage(Parts.head("fra1-r1-h1-3-1041"), Parts.MARK, report);
    }

    private static Message event(ZoneEvent event) {
        return new EventMessage(
                Parts.head("fra1-90210"),
                new Epoch(12),
                Optional.of(new InboxOffset(88_017)),
                Optional.of(Parts.MARK),
                event);
    }

    private static Message command(AgentCommand command) {
        CommandMark mark = new CommandMark(Parts.MIGRATION, Parts.ATTEMPT, Parts.COMMAND, new Epoch(12), Parts.LATER);
        return new CommandMessage(Parts.head("fra1-m-000042-7"), Parts.SOURCE, mark, command);
    }

    private static Message leases(LeasesValidUntil lease) {
        return new LeaseMessage(Parts.head("fra1-leases-31"), new Epoch(12), lease);
    }

    private static Message telemetry(Telemetry sample) {
        return new TelemetryMessage(Parts.head("r1-h1-t-5"), Parts.SOURCE, sample);
    }

    private static Message snapshot(SnapshotPart part) {
        return new SnapshotMessage(Parts.head("fra1-90210-3"), new Slot("a"), 3, part);
    }

    private static Message bare(Message message) {
        return switch (message) {
            case IntentMessage intent -> new IntentMessage(Parts.bareHead("anna-0001"), intent.intent());
            case ReportMessage report ->
                new ReportMessage(Parts.bareHead("fra1-r1-h1-3-1041"), report.mark(), report.report());
            case EventMessage event ->
                new EventMessage(
                        Parts.bareHead("fra1-90210"), event.epoch(), Optional.empty(), Optional.empty(), event.event());
            case CommandMessage command ->
                new CommandMessage(
                        Parts.bareHead("fra1-m-000042-7"), command.host(), command.mark(), command.command());
            case LeaseMessage leases ->
                new LeaseMessage(Parts.bareHead("fra1-leases-31"), leases.epoch(), leases.lease());
            case TelemetryMessage telemetry ->
                new TelemetryMessage(Parts.bareHead("r1-h1-t-5"), telemetry.host(), telemetry.sample());
            case SnapshotMessage snapshot ->
                new SnapshotMessage(
                        Parts.bareHead("fra1-90210-3"), snapshot.slot(), snapshot.part(), snapshot.content());
        };
    }
}
