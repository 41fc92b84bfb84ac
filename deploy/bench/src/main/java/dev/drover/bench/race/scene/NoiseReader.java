package dev.drover.bench.race.scene;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.bench.file.JsonFile;
import dev.drover.schema.id.InvalidValueException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Reads the figures of a race from a file of JSON. What it leaves out is as usual; what it must not say is refused. */
public final class NoiseReader {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

    private NoiseReader() {}

    /** Throws {@link InvalidValueException} that names the file, the field and the cure. */
    public static Noise read(Path file) {
        return JsonFile.read(file, text -> noise(file, text));
    }

    private static Noise noise(Path file, String text) throws JsonProcessingException {
        try {
            ObjectNode given = MAPPER.readValue(text, ObjectNode.class);
            ObjectNode whole = MAPPER.valueToTree(Noise.USUAL);
            whole.setAll(given);
            return MAPPER.treeToValue(whole, Noise.class);
        } catch (UnrecognizedPropertyException unknown) {
            String name = unknown.getPropertyName();
            throw wrong(
                    file,
                    name,
                    "is not known; "
                            + nearest(unknown)
                                    .map(near -> "did you mean " + near + "?")
                                    .orElse("leave it out"));
        } catch (JsonMappingException mistaken) {
            throw cause(mistaken)
                    .map(invalid ->
                            new InvalidValueException(file.toString(), invalid.field() + " " + invalid.problem()))
                    .orElseGet(() -> wrong(
                            file,
                            mistaken.getPath().isEmpty()
                                    ? "this"
                                    : mistaken.getPath().getLast().getFieldName(),
                            "has a value of the wrong kind; see docs/benchmarks.md"));
        }
    }

    private static Optional<InvalidValueException> cause(JsonMappingException mistaken) {
        return mistaken.getCause() instanceof InvalidValueException invalid ? Optional.of(invalid) : Optional.empty();
    }

    private static InvalidValueException wrong(Path file, String field, String problem) {
        return new InvalidValueException(file.toString(), "field " + field + " " + problem);
    }

    private static Optional<String> nearest(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .min(Comparator.<String>comparingInt(known -> EDITS.apply(unknown.getPropertyName(), known))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
