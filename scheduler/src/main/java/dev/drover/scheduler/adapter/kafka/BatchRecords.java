package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.Batch;
import dev.drover.scheduler.engine.SnapshotRecord;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.kafka.Records;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.SnapshotMessage;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A zone's batch as Kafka records. */
final class BatchRecords {
    private final ZoneLayout layout;
    private final MessageCodec codec = new MessageCodec();

    BatchRecords(ZoneLayout layout) {
        this.layout = layout;
    }

    ProducerRecord<String, byte[]> of(EventMessage event) {
        return Records.write(Topics.EVENTS, layout.partition(), layout.zone().value(), codec.encode(event));
    }

    /** Everything of the batch but its events. */
    List<ProducerRecord<String, byte[]>> besideEvents(Batch batch) {
        return Stream.of(
                        batch.commands().stream().map(this::of),
                        batch.deadLetters().stream().map(letter -> DeadLetters.write(layout, letter)),
                        batch.snapshot().stream().map(this::of))
                .flatMap(all -> all)
                .toList();
    }

    private ProducerRecord<String, byte[]> of(CommandMessage command) {
        return Records.write(
                Topics.COMMANDS,
                layout.commandPartition(command.host()),
                command.host().value(),
                codec.encode(command));
    }

    private ProducerRecord<String, byte[]> of(SnapshotRecord record) {
        String key = layout.zone() + "/" + record.slot() + "/" + record.part();
        return record.content()
                .map(content -> new SnapshotMessage(record.head(), record.slot(), record.part(), content))
                .map(message -> Records.write(Topics.SNAPSHOTS, layout.partition(), key, codec.encode(message)))
                .orElseGet(() -> new ProducerRecord<>(Topics.SNAPSHOTS, layout.partition(), key, null));
    }
}
