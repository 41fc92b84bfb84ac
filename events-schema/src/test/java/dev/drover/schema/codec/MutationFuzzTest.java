package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.drover.schema.kafka.Records;
import dev.drover.schema.message.Message;
import dev.drover.schema.sample.Mutation;
import dev.drover.schema.sample.Sample;
import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import io.cloudevents.CloudEvent;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No decoder throws, whatever it is given: it says why not, in few words, or gives a message that can be written and
 * read again. {@code -Ddrover.fuzz.seed} and {@code -Ddrover.fuzz.inputs} choose other inputs, and more.
 */
class MutationFuzzTest {
    private static final MessageCodec CODEC = new MessageCodec();
    private static final List<Function<CloudEvent, Decoding<? extends Message>>> DECODERS =
            List.of(CODEC::inbox, CODEC::event, CODEC::command, CODEC::telemetry);

    private int read;
    private int refused;

    @Test
    void every_decoder_answers_every_mutation_of_every_sample() {
        long seed = Long.getLong("drover.fuzz.seed", 20_260_131L);
        int inputs = Integer.getInteger("drover.fuzz.inputs", 20_000);
        Random random = new Random(seed);
        List<Sample> samples =
                Stream.concat(Samples.all().stream(), Samples.bare().stream()).toList();
        for (int input = 0; input < inputs; input++) {
            Wire wire = Wire.of(samples.get(random.nextInt(samples.size())).message());
            Wire spoiled = Mutation.apply(wire, random);
            attempt(spoiled, "input " + input + " of seed " + seed);
        }
        System.out.printf("fuzz: seed %d, %d inputs, %d read, %d refused%n", seed, inputs, read, refused);

        assertThat(read).as("inputs that stayed readable").isGreaterThan(inputs / 100);
        assertThat(refused).as("inputs that were refused").isGreaterThan(inputs);
    }

    private void attempt(Wire spoiled, String which) {
        try {
            for (Function<CloudEvent, Decoding<? extends Message>> decoder : DECODERS) {
                switch (Records.read(spoiled.consumed())
                        .then(event -> decoder.apply(event).then(Decoding.Decoded<Message>::new))) {
                    case Decoding.Decoded<Message>(Message message) -> assertReadAgain(message);
                    case Decoding.Undecodable<Message>(DecodeError error) -> assertBrief(error);
                }
            }
        } catch (RuntimeException | AssertionError broken) {
            fail(which + ", headers " + spoiled.headers() + ", body " + spoiled.body(), broken);
        }
    }

    private void assertReadAgain(Message message) {
        read++;
        assertThat(Wire.of(message).read()).isEqualTo(new Decoding.Decoded<>(message));
    }

    private void assertBrief(DecodeError error) {
        refused++;
        assertThat(error.explain())
                .isNotBlank()
                .hasSizeLessThan(1_000)
                .doesNotContain("Exception", "fasterxml", "Feature", "Constraints");
    }
}
