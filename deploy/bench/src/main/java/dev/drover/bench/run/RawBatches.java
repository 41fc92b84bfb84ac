package dev.drover.bench.run;

import dev.drover.bench.load.RecordedBatch;
import dev.drover.bench.load.Recording;
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

/** What the engine writes in the measured batches, encoded beforehand. */
final class RawBatches {
    private final MessageCodec codec = new MessageCodec();
    private final ZoneLayout layout;

    private RawBatches(ZoneLayout layout) {
        this.layout = layout;
    }

    /** One transaction: how many inputs it answers, and what it writes. */
    record RawBatch(int inputs, int events, List<ProducerRecord<String, byte[]>> records) {
        long bytes() {
            return records.stream().mapToLong(record -> record.value().length).sum();
        }
    }

    /** In the partitions of this zone. */
    static List<RawBatch> of(Recording recording, ZoneLayout layout) {
        RawBatches encoder = new RawBatches(layout);
        return recording.mixed().stream().map(encoder::encoded).toList();
    }

    private RawBatch encoded(RecordedBatch batch) {
        Batch written = batch.written();
        return new RawBatch(
                batch.inputs().size(),
                written.events().size(),
                Stream.of(
                                written.events().stream().map(this::event),
                                written.commands().stream().map(this::command),
                                written.snapshot().stream().flatMap(this::part))
                        .flatMap(records -> records)
                        .toList());
    }

    private ProducerRecord<String, byte[]> event(EventMessage event) {
        return Records.write(Topics.EVENTS, layout.partition(), layout.zone().value(), codec.encode(event));
    }

    private ProducerRecord<String, byte[]> command(CommandMessage command) {
        return Records.write(
                Topics.COMMANDS,
                layout.commandPartition(command.host()),
                command.host().value(),
                codec.encode(command));
    }

    private Stream<ProducerRecord<String, byte[]>> part(SnapshotRecord record) {
        String key = layout.zone() + "/" + record.slot() + "/" + record.part();
        return record.content().stream()
                .map(content -> new SnapshotMessage(record.head(), record.slot(), record.part(), content))
                .map(message -> Records.write(Topics.SNAPSHOTS, layout.partition(), key, codec.encode(message)));
    }
}
