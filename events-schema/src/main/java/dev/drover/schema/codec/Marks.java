package dev.drover.schema.codec;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.report.ReportMark;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.util.Optional;
import java.util.stream.Stream;

/** The marks of reports and commands as CloudEvents attributes, and back. */
final class Marks {
    private Marks() {}

    static void write(CloudEventBuilder out, ReportMark mark) {
        out.withExtension(Attributes.HOST, mark.host().value());
        out.withExtension(
                Attributes.INCARNATION, Long.toString(mark.incarnation().value()));
        out.withExtension(Attributes.SEQUENCE, Long.toString(mark.sequence().value()));
    }

    static void write(CloudEventBuilder out, CommandMark mark) {
        out.withExtension(Attributes.MIGRATION, mark.migration().value());
        out.withExtension(Attributes.ATTEMPT, Long.toString(mark.attempt().value()));
        out.withExtension(Attributes.SEQUENCE, Long.toString(mark.sequence().value()));
        out.withExtension(Attributes.EPOCH, Long.toString(mark.epoch().value()));
        out.withExtension(
                Attributes.EXPIRES_AT, WireTimes.check(mark.expiresAt()).toString());
    }

    static ReportMark ofReport(CloudEvent event) {
        Attributes attributes = new Attributes(event);
        return new ReportMark(
                attributes.required(Attributes.HOST, HostId::new),
                attributes.requiredNumber(Attributes.INCARNATION, Incarnation::new),
                attributes.requiredNumber(Attributes.SEQUENCE, Sequence::new));
    }

    static CommandMark ofCommand(CloudEvent event) {
        Attributes attributes = new Attributes(event);
        return new CommandMark(
                attributes.required(Attributes.MIGRATION, MigrationId::new),
                attributes.requiredNumber(Attributes.ATTEMPT, Attempt::new),
                attributes.requiredNumber(Attributes.SEQUENCE, Sequence::new),
                attributes.requiredNumber(Attributes.EPOCH, Epoch::new),
                attributes.requiredInstant(Attributes.EXPIRES_AT));
    }

    /** A mark in part is a mistake: taken for none, its report would count again. */
    static Optional<ReportMark> origin(CloudEvent event) {
        Attributes attributes = new Attributes(event);
        return Stream.of(Attributes.HOST, Attributes.INCARNATION, Attributes.SEQUENCE)
                        .anyMatch(attributes::has)
                ? Optional.of(ofReport(event))
                : Optional.empty();
    }
}
