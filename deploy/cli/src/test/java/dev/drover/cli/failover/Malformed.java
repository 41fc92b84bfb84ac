package dev.drover.cli.failover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** What people and broken programs put into an inbox, each made from a message that is well. */
enum Malformed {
    NO_HEADERS(Kind.INTENT, intent -> of(intent, "hello".getBytes(UTF_8))),
    NO_VALUE(Kind.INTENT, intent -> of(intent, null)),
    BROKEN_JSON(Kind.INTENT, intent -> headed(intent, "{\"intent\":".getBytes(UTF_8))),
    MISSPELT_OPTION(Kind.INTENT, intent -> edited(intent, "\\{", "{\"dead-line\":\"now\",")),
    UNKNOWN_TYPE(Kind.INTENT, intent -> with(intent, "ce_type", "dev.drover.intent.make-coffee")),
    NEWER_VERSION(Kind.INTENT, intent -> with(intent, "ce_typeversion", "99")),
    OTHER_ZONE(Kind.INTENT, intent -> with(with(intent, "ce_zone", "elsewhere"), "ce_source", "/zones/elsewhere")),
    CUT_REPORT(Kind.REPORT, report -> headed(report, "{\"host\":{".getBytes(UTF_8))),
    REPORT_WITHOUT_ITS_HOST(Kind.REPORT, report -> without(report, "ce_host")),
    REPORT_FOR_ANOTHER_HOST(Kind.REPORT, report -> with(report, "ce_host", "h1")),
    REPORT_OF_NO_LIFE(Kind.REPORT, report -> with(report, "ce_incarnation", "minus one")),
    REPORT_OF_NO_KIND(Kind.REPORT, report -> with(report, "ce_type", "dev.drover.report.feeling-well")),
    NEWER_REPORT(Kind.REPORT, report -> with(report, "ce_typeversion", "2")),
    REPORT_WITHOUT_A_FIELD(Kind.REPORT, report -> edited(report, "\"memoryBytes\"", "\"memories\"")),
    REPORT_WITH_A_NEGATIVE_SIZE(Kind.REPORT, report -> edited(report, "\"memoryBytes\":", "\"memoryBytes\":-"));

    /** What it was before. */
    enum Kind {
        INTENT,
        REPORT
    }

    private final Kind kind;
    private final UnaryOperator<ProducerRecord<String, byte[]>> spoil;

    Malformed(Kind kind, UnaryOperator<ProducerRecord<String, byte[]>> spoil) {
        this.kind = kind;
        this.spoil = spoil;
    }

    Kind kind() {
        return kind;
    }

    ProducerRecord<String, byte[]> from(ProducerRecord<String, byte[]> well) {
        return spoil.apply(well);
    }

    private static ProducerRecord<String, byte[]> of(ProducerRecord<String, byte[]> well, byte[] value) {
        return new ProducerRecord<>(well.topic(), well.partition(), well.key(), value);
    }

    private static ProducerRecord<String, byte[]> headed(ProducerRecord<String, byte[]> well, byte[] value) {
        return new ProducerRecord<>(well.topic(), well.partition(), well.key(), value, well.headers());
    }

    private static ProducerRecord<String, byte[]> edited(
            ProducerRecord<String, byte[]> well, String pattern, String instead) {
        String before = new String(well.value(), UTF_8);
        String after = before.replaceFirst(pattern, instead);
        if (after.equals(before)) {
            throw new AssertionError("there is no " + pattern + " in " + before);
        }
        return headed(well, after.getBytes(UTF_8));
    }

    private static ProducerRecord<String, byte[]> with(
            ProducerRecord<String, byte[]> well, String header, String value) {
        ProducerRecord<String, byte[]> changed = without(well, header);
        changed.headers().add(header, value.getBytes(UTF_8));
        return changed;
    }

    private static ProducerRecord<String, byte[]> without(ProducerRecord<String, byte[]> well, String header) {
        ProducerRecord<String, byte[]> changed = headed(well, well.value());
        Headers headers = changed.headers();
        headers.remove(header);
        return changed;
    }
}
