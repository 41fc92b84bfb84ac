package dev.drover.cli.failover;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** What people and broken programs put into an inbox, each made from an intent that is well. */
enum Malformed {
    NO_HEADERS(intent -> of(intent, "hello".getBytes(UTF_8))),
    NO_VALUE(intent -> of(intent, null)),
    BROKEN_JSON(intent -> headed(intent, "{\"intent\":".getBytes(UTF_8))),
    MISSPELT_OPTION(intent -> headed(
            intent,
            new String(intent.value(), UTF_8)
                    .replaceFirst("\\{", "{\"dead-line\":\"now\",")
                    .getBytes(UTF_8))),
    UNKNOWN_TYPE(intent -> with(intent, "ce_type", "dev.drover.intent.make-coffee")),
    NEWER_VERSION(intent -> with(intent, "ce_typeversion", "99")),
    OTHER_ZONE(intent -> with(with(intent, "ce_zone", "elsewhere"), "ce_source", "/zones/elsewhere"));

    private final UnaryOperator<ProducerRecord<String, byte[]>> spoil;

    Malformed(UnaryOperator<ProducerRecord<String, byte[]>> spoil) {
        this.spoil = spoil;
    }

    ProducerRecord<String, byte[]> from(ProducerRecord<String, byte[]> intent) {
        return spoil.apply(intent);
    }

    private static ProducerRecord<String, byte[]> of(ProducerRecord<String, byte[]> intent, byte[] value) {
        return new ProducerRecord<>(intent.topic(), intent.partition(), intent.key(), value);
    }

    private static ProducerRecord<String, byte[]> headed(ProducerRecord<String, byte[]> intent, byte[] value) {
        return new ProducerRecord<>(intent.topic(), intent.partition(), intent.key(), value, intent.headers());
    }

    private static ProducerRecord<String, byte[]> with(
            ProducerRecord<String, byte[]> intent, String header, String value) {
        ProducerRecord<String, byte[]> changed = headed(intent, intent.value());
        Headers headers = changed.headers();
        headers.remove(header);
        headers.add(header, value.getBytes(UTF_8));
        return changed;
    }
}
