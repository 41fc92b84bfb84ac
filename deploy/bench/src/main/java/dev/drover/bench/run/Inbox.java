package dev.drover.bench.run;

import dev.drover.bench.load.Recording;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMessage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts a recording into the inbox of a zone, as operators and agents would have. */
final class Inbox {
    private final MessageCodec codec = new MessageCodec();
    private final Place place;
    private long bytes;

    private Inbox(Place place) {
        this.place = place;
    }

    /** All of it; gives the bytes of the records' values. */
    static long fill(Place place, Recording recording) {
        return new Inbox(place).fill(recording);
    }

    private long fill(Recording recording) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(ClientSettings.producer(place.bootstrap()))) {
            recording.batches().flatMap(batch -> batch.inputs().stream()).forEach(input -> send(producer, input));
            producer.flush();
        }
        return bytes;
    }

    private void send(KafkaProducer<String, byte[]> producer, InboxMessage input) {
        ProducerRecord<String, byte[]> record = Records.write(
                Topics.INBOX,
                place.layout().partition(),
                place.zone().value(),
                codec.encode(moved(input, place.zone())));
        bytes += record.value().length;
        var unused = producer.send(record);
    }

    private static InboxMessage moved(InboxMessage message, ZoneId zone) {
        return switch (message) {
            case IntentMessage intent -> new IntentMessage(moved(intent.head(), zone), intent.intent());
            case ReportMessage report -> new ReportMessage(moved(report.head(), zone), report.mark(), report.report());
        };
    }

    private static Head moved(Head head, ZoneId zone) {
        return new Head(head.id(), zone, head.at(), head.actor(), head.reason(), head.causation(), head.correlation());
    }
}
