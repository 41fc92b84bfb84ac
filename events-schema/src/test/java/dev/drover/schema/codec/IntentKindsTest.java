package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.sample.Sample;
import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An accepted intent stands in the log under the name it came by. */
class IntentKindsTest {
    private static final String FAMILY = "dev.drover.intent.";

    static List<Sample> intents() {
        return Samples.all().stream()
                .filter(sample -> sample.name().startsWith(FAMILY))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("intents")
    void every_intent_can_be_accepted(Sample sample) {
        EventMessage accepted = accepted(sample);

        assertThat(Wire.of(accepted).body())
                .startsWith("{\"accepted\":{\"kind\":\"" + sample.type().substring(FAMILY.length()) + "\",");
        assertThat(Wire.of(accepted).read()).isEqualTo(new Decoding.Decoded<>(accepted));
    }

    private static EventMessage accepted(Sample sample) {
        EventMessage like = (EventMessage) Samples.of("dev.drover.event.intent-accepted");
        IntentAccepted event = new IntentAccepted(((IntentMessage) sample.message()).intent());
        return new EventMessage(like.head(), like.epoch(), like.inboxOffset(), like.origin(), event);
    }
}
