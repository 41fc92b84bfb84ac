package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drover.schema.sample.JsonEdits;
import dev.drover.schema.sample.Sample;
import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever checks bodies against the schemas refuses nothing that Drover takes, and no mistake of form goes unseen. */
class SchemaValidationTest {
    private static final String UNKNOWN = "dedline";

    static List<MessageType> types() {
        return Catalogue.all();
    }

    static List<Sample> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_schema_is_one_by_the_rules_of_its_language(MessageType type) {
        assertThat(BodyCheck.objectionsToSchema(type)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_body_in_a_golden_file_is_valid(Sample sample) {
        Wire golden = GoldenFile.parse(GoldenFile.text(sample.name()).orElseThrow(), sample.message());

        assertThat(BodyCheck.objections(sample.type(), BodyCheck.tree(golden))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_missing_field_is_not_valid_where_the_decoder_misses_it(Sample sample) {
        compare(sample, JsonEdits.withoutAField(BodyCheck.tree(Wire.of(sample.message()))), "is missing"::equals);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_value_of_another_type_is_not_valid_where_the_decoder_says_what_it_must_be(Sample sample) {
        JsonNode body = BodyCheck.tree(Wire.of(sample.message()));

        compare(
                sample,
                JsonEdits.VALUES.stream().flatMap(value -> JsonEdits.with(body, value)),
                problem -> problem.startsWith("must be "));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_unknown_field_is_valid_just_where_the_decoder_skips_it(Sample sample) {
        JsonNode body = BodyCheck.tree(Wire.of(sample.message()));

        assertThat(JsonEdits.withAlso(body, UNKNOWN)).isNotEmpty().allSatisfy(changed -> {
            Optional<DecodeError> refusal = BodyCheck.refusal(BodyCheck.holding(Wire.of(sample.message()), changed));
            boolean valid = BodyCheck.objections(sample.type(), changed).isEmpty();

            assertThat(refusal.isEmpty()).isEqualTo(!sample.name().contains(".intent."));
            assertThat(valid).as("%s", changed).isEqualTo(refusal.isEmpty());
        });
    }

    private static void compare(Sample sample, Stream<JsonNode> edits, Predicate<String> ofForm) {
        Wire wire = Wire.of(sample.message());
        edits.forEach(changed -> {
            Optional<DecodeError> refusal = BodyCheck.refusal(BodyCheck.holding(wire, changed));
            boolean valid = BodyCheck.objections(sample.type(), changed).isEmpty();

            if (refusal.isEmpty()) {
                assertThat(valid).as("the decoder takes %s", changed).isTrue();
            } else if (refusal.orElseThrow() instanceof DecodeError.InvalidValue wrong
                    && ofForm.test(wrong.problem())) {
                assertThat(valid).as("%s in %s", wrong.explain(), changed).isFalse();
            }
        });
    }
}
