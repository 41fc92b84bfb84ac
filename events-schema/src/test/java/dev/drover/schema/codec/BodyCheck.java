package dev.drover.schema.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.drover.schema.doc.Schemas;
import dev.drover.schema.sample.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Bodies before two judges that do not know each other: a validator with the type's schema, and the type's decoder. */
final class BodyCheck {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Formats count: the strictest reading of a schema that a reader may choose. */
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private static final Map<String, Schema> SCHEMAS = schemas();

    private BodyCheck() {}

    static JsonNode tree(Wire wire) {
        try {
            return JSON.readTree(wire.value());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Wire holding(Wire wire, JsonNode body) {
        try {
            return wire.holding(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** What the schema of {@code type} has against {@code body}. */
    static List<Error> objections(String type, JsonNode body) {
        return SCHEMAS.get(type).validate(body);
    }

    /** What the schema language has against the schema of {@code type}. */
    static List<Error> objectionsToSchema(MessageType type) {
        return REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                .validate(new Schemas(Json.forPrograms()).of(type));
    }

    /** What the decoder has against it. */
    static Optional<DecodeError> refusal(Wire wire) {
        return switch (wire.read()) {
            case Decoding.Decoded<?>(Object any) -> Optional.empty();
            case Decoding.Undecodable<?>(DecodeError error) -> Optional.of(error);
        };
    }

    private static Map<String, Schema> schemas() {
        Schemas schemas = new Schemas(Json.forPrograms());
        return Catalogue.all().stream()
                .map(schemas::of)
                .collect(Collectors.toUnmodifiableMap(
                        schema -> schema.get("title").textValue(),
                        Function.<JsonNode>identity().andThen(REGISTRY::getSchema)));
    }
}
