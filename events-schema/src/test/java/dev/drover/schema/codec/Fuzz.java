package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.kafka.Records;
import dev.drover.schema.message.Message;
import dev.drover.schema.sample.Mutation;
import dev.drover.schema.sample.RawMutation;
import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Gives spoiled records to every decoder and looks at each answer. */
final class Fuzz {
    private static final MessageCodec CODEC = new MessageCodec();
    private static final List<Function<CloudEvent, Decoding<? extends Message>>> DECODERS =
            List.of(CODEC::inbox, CODEC::event, CODEC::command, CODEC::telemetry, CODEC::snapshot);

    private final List<Wire> originals = Stream.concat(Samples.all().stream(), Samples.bare().stream())
            .map(sample -> Wire.of(sample.message()))
            .toList();
    private final FuzzSeed seed;
    private final Random random;
    private volatile int inputs;
    private int read;
    private int refused;
    private int largest;

    Fuzz(FuzzSeed seed) {
        this.seed = seed;
        this.random = seed.random();
    }

    /** One more input; gives what was fed. An {@link AssertionError} names it so that it can be had again. */
    ConsumerRecord<String, byte[]> next() {
        inputs++;
        Wire original = originals.get(random.nextInt(originals.size()));
        ConsumerRecord<String, byte[]> record = random.nextInt(4) == 0
                ? RawMutation.apply(original.consumed(), random)
                : Mutation.apply(original, random).consumed();
        largest = Math.max(largest, record.value().length);
        try {
            DECODERS.forEach(decoder -> judge(
                    Records.read(record).then(event -> decoder.apply(event).then(Decoding.Decoded<Message>::new))));
        } catch (RuntimeException | StackOverflowError | AssertionError broken) {
            throw new AssertionError(this + ", " + excerpt(record), broken);
        }
        return record;
    }

    int inputs() {
        return inputs;
    }

    int read() {
        return read;
    }

    int refused() {
        return refused;
    }

    int largest() {
        return largest;
    }

    @Override
    public String toString() {
        return "input " + inputs + " of " + seed;
    }

    private void judge(Decoding<Message> answer) {
        switch (answer) {
            case Decoding.Decoded<Message>(Message message) -> {
                read++;
                assertThat(Wire.of(message).read()).isEqualTo(new Decoding.Decoded<>(message));
            }
            case Decoding.Undecodable<Message>(DecodeError error) -> {
                refused++;
                assertThat(error.explain())
                        .isNotBlank()
                        .hasSizeLessThan(1_000)
                        .doesNotContain("Exception", "fasterxml", "Feature", "Constraints");
            }
        }
    }

    private static String excerpt(ConsumerRecord<String, byte[]> record) {
        String headers = Arrays.stream(record.headers().toArray())
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(", "));
        return Excerpt.of("headers " + headers, 2_000) + ", body "
                + Excerpt.of(new String(record.value(), StandardCharsets.UTF_8), 4_000);
    }
}
