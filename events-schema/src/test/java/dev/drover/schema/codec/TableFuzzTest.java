package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.NodeEntry;
import dev.drover.schema.kafka.ZoneEntry;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTableException;
import dev.drover.schema.sample.RawMutation;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Tables hold no messages, but are read by everybody at the start: an entry is legible, or it is said why not. */
class TableFuzzTest {
    private static final int INPUTS = Integer.getInteger("drover.fuzz.inputs", 100_000);

    private final FuzzSeed seed = FuzzSeed.chosen();
    private final Random random = seed.random();

    @Test
    void every_spoiled_entry_of_the_zone_table_is_one_or_refused_in_words() {
        ConsumerRecord<String, byte[]> entry =
                read(ZoneEntry.write(new ZoneLayout(new ZoneId("z1"), 3, List.of(12, 13, 14, 15))));
        int refused = 0;
        for (int input = 0; input < INPUTS; input++) {
            ConsumerRecord<String, byte[]> spoiled = RawMutation.apply(entry, random);
            try {
                assertThat(ZoneEntry.read(spoiled).zone().value())
                        .as("input %s of %s", input, seed)
                        .isEqualTo(spoiled.key());
            } catch (ZoneTableException why) {
                refused++;
                assertThat(why).hasMessageContaining("can't be used: ");
            }
        }
        assertThat(refused).isGreaterThan(INPUTS / 10);
    }

    @Test
    void every_spoiled_entry_of_the_nodes_is_one_or_refused_in_words() {
        ConsumerRecord<String, byte[]> entry =
                read(new NodeEntry(new NodeId("node-1"), URI.create("http://127.0.0.1:8180")).write());
        int refused = 0;
        for (int input = 0; input < INPUTS; input++) {
            if (NodeEntry.read(RawMutation.apply(entry, random))
                    instanceof Decoding.Undecodable<NodeEntry>(DecodeError error)) {
                refused++;
                assertThat(error.explain())
                        .as("input %s of %s", input, seed)
                        .isNotBlank()
                        .doesNotContain("Exception", "fasterxml");
            }
        }
        assertThat(refused).isGreaterThan(INPUTS / 10);
    }

    private static ConsumerRecord<String, byte[]> read(ProducerRecord<String, byte[]> written) {
        return new ConsumerRecord<>(written.topic(), 0, 0, written.key(), written.value());
    }
}
