package dev.drover.schema.kafka;

import dev.drover.schema.codec.PlainJson;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An entry of the zone table as a record: the zone is the key, plain JSON the value. */
public final class ZoneEntry {
    /** All entries are in one partition, so that there is one order of them. */
    public static final int PARTITION = 0;

    private static final PlainJson<ZoneLayout> JSON = new PlainJson<>(ZoneLayout.class);

    private ZoneEntry() {}

    /** The record for {@code layout}. */
    public static ProducerRecord<String, byte[]> write(ZoneLayout layout) {
        return new ProducerRecord<>(Topics.ZONES, PARTITION, layout.zone().value(), JSON.write(layout));
    }

    /** The layout in {@code record}; throws {@link ZoneTableException}. */
    public static ZoneLayout read(ConsumerRecord<String, byte[]> record) {
        byte[] value = Optional.ofNullable(record.value())
                .orElseThrow(() -> unusable(record, "it is empty, but zones are never removed: their logs stay"));
        ZoneLayout layout = JSON.read(value).orElse(error -> {
            throw unusable(record, error.explain());
        });
        if (!layout.zone().value().equals(record.key())) {
            throw unusable(record, "zone: is " + layout.zone() + ", but the key is " + record.key());
        }
        return layout;
    }

    private static ZoneTableException unusable(ConsumerRecord<String, byte[]> record, String why) {
        return new ZoneTableException("the entry of zone " + record.key() + " in " + Topics.ZONES + " at offset "
                + record.offset() + " can't be used: " + why
                + "; write it again, like {\"zone\":\"z1\",\"partition\":0,\"commandPartitions\":[0,1,2,3]} under the"
                + " key z1, or upgrade this program if a newer one wrote it");
    }
}
