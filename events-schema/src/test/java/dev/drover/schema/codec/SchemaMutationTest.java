package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.schema.sample.JsonEdits;
import dev.drover.schema.sample.Mutation;
import dev.drover.schema.sample.Sample;
import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the decoder takes is valid, however far it is from what Drover would write. */
class SchemaMutationTest {
    private static final int EACH = 150;

    private int taken;
    private int changed;

    @Test
    void what_the_decoder_takes_is_valid() {
        FuzzSeed seed = FuzzSeed.chosen();
        Random random = seed.random();
        for (Sample sample : Samples.all()) {
            for (int times = 0; times < EACH; times++) {
                attempt(sample, edited(Wire.of(sample.message()), random), seed);
                attempt(sample, Mutation.ofBody(Wire.of(sample.message()), random), seed);
            }
        }
        System.out.printf("schemas: %s, %d mutations taken by a decoder, %d changed%n", seed, taken, changed);

        assertThat(changed)
                .as("taken though changed")
                .isGreaterThan(Samples.all().size() * EACH / 20);
    }

    private void attempt(Sample sample, Wire spoiled, FuzzSeed seed) {
        if (BodyCheck.refusal(spoiled).isEmpty()) {
            taken++;
            changed += spoiled.body().equals(Wire.of(sample.message()).body()) ? 0 : 1;
            assertThat(BodyCheck.objections(sample.type(), BodyCheck.tree(spoiled)))
                    .as("%s, %s: %s", seed, sample, spoiled.body())
                    .isEmpty();
        }
    }

    private static Wire edited(Wire wire, Random random) {
        JsonNode body = BodyCheck.tree(wire);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            List<JsonNode> choices = choices(body, random).toList();
            body = choices.isEmpty() ? body : choices.get(random.nextInt(choices.size()));
        }
        return BodyCheck.holding(wire, body);
    }

    private static Stream<JsonNode> choices(JsonNode body, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> JsonEdits.withoutAField(body);
            case 1 -> JsonEdits.withAlso(body, "later");
            case 2 -> JsonEdits.withAnItemTwice(body);
            default -> JsonEdits.with(body, JsonEdits.VALUES.get(random.nextInt(JsonEdits.VALUES.size())));
        };
    }
}
