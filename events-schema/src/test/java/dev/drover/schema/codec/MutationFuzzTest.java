package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * No decoder throws or hangs, whatever it is given: it says why not, in few words, or gives a message that can be
 * written and read again. {@code -Ddrover.fuzz.seed} and {@code -Ddrover.fuzz.inputs} choose other inputs, and more.
 */
class MutationFuzzTest {
    private static final int INPUTS = Integer.getInteger("drover.fuzz.inputs", 100_000);

    /** So long that only a decoder that hangs needs it. */
    private static final Duration A_HANG = Duration.ofMinutes(2).plusMillis(INPUTS);

    @Test
    void every_decoder_answers_every_mutation_of_every_sample() {
        Fuzz fuzz = new Fuzz(FuzzSeed.chosen());
        assertTimeoutPreemptively(
                A_HANG,
                () -> {
                    while (fuzz.inputs() < INPUTS) {
                        fuzz.next();
                    }
                },
                () -> "no answer to " + fuzz);
        System.out.printf(
                "fuzz: %s, %d answers are messages, %d errors, the largest input is of %d KiB%n",
                fuzz, fuzz.read(), fuzz.refused(), fuzz.largest() / 1024);

        assertThat(fuzz.read()).as("inputs that stayed readable").isGreaterThan(INPUTS / 100);
        assertThat(fuzz.refused()).as("inputs that were refused").isGreaterThan(INPUTS);
        assertThat(fuzz.largest()).as("the largest").isGreaterThan(Bodies.MAX_BYTES);
    }
}
