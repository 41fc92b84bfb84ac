package dev.drover.bench.run;

import dev.drover.scheduler.adapter.kafka.Enrolment;
import dev.drover.scheduler.adapter.kafka.KafkaZoneLog;
import dev.drover.scheduler.adapter.kafka.LostInputs;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ClientSettings;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * A zone of its own for one round: nothing of an earlier round is in its partitions.
 *
 * @param bootstrap the broker
 * @param membership in a group without members, which offsets may be written to
 */
record Place(String bootstrap, ZoneLayout layout, ConsumerGroupMetadata membership) {
    /** A zone that was not there. */
    static Place fresh(String bootstrap) {
        ZoneTable table = Enrolment.enrol(bootstrap, before -> before);
        ZoneId zone = new ZoneId(
                String.format(Locale.ROOT, "bench-%03d", table.layouts().size()));
        ZoneTable more = Enrolment.enrol(bootstrap, before -> before.with(zone));
        return new Place(bootstrap, more.find(zone).orElseThrow(), stranger(bootstrap, zone));
    }

    ZoneId zone() {
        return layout.zone();
    }

    /** The log as a scheduler opens it. */
    KafkaZoneLog log() {
        return new KafkaZoneLog(bootstrap, layout, LostInputs.HALT, () -> membership);
    }

    private static ConsumerGroupMetadata stranger(String bootstrap, ZoneId zone) {
        Map<String, Object> settings = ClientSettings.consumer(bootstrap);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "bench-" + zone);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
            return consumer.groupMetadata();
        }
    }
}
