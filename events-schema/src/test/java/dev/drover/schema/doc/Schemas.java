package dev.drover.schema.doc;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import dev.drover.schema.codec.Catalogue;
import dev.drover.schema.codec.MessageType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (draft 2020-12) of bodies as a mapper of this project reads them: its names, what it demands and what it
 * leaves out. Whatever the decoder takes is valid; not all that is valid is taken, since a constructor may know more.
 */
public final class Schemas {
    /** RFC 3339, as the decoder takes it. */
    private static final String TIME =
            "^\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$";

    private final JsonMapper mapper;

    /** For bodies that {@code mapper} reads and writes. */
    public Schemas(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The schema of a type's body. An intent with a field that is not in its schema is not valid. */
    public ObjectNode of(MessageType type) {
        ObjectNode generated = generator(Catalogue.INTENTS.contains(type)).generateSchema(type.body());
        ObjectNode schema = mapper.createObjectNode();
        schema.set("$schema", generated.remove("$schema"));
        schema.put("title", type.name());
        schema.set("description", generated.remove("description"));
        JsonNode definitions = generated.remove("$defs");
        schema.setAll(generated);
        if (definitions != null) {
            schema.set("$defs", definitions);
        }
        oneOfKinds(schema);
        return schema;
    }

    /** Where a type's schema stands, and how. */
    public GeneratedFile file(MessageType type) {
        return new GeneratedFile("schema/" + type.name() + ".json", PrettyJson.of(of(type)) + "\n");
    }

    private SchemaGenerator generator(boolean refuseUnknown) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        mapper, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.FLATTENED_OPTIONALS)
                .with(Option.INLINE_NULLABLE_SCHEMAS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        if (refuseUnknown) {
            config.with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        }
        config.forFields()
                .withPropertyNameOverrideResolver(field -> property(field).getName())
                .withRequiredCheck(field -> property(field).isRequired())
                .withDescriptionResolver(field -> Docstrings.ofComponent(owner(field), field.getDeclaredName())
                        .orElse(null));
        config.forTypesInGeneral()
                .withPropertySorter(Comparator.comparingInt(Schemas::place))
                .withDescriptionResolver(type -> description(type.getType()))
                .withCustomDefinitionProvider(this::custom);
        config.with(new JacksonModule(JacksonOption.INLINE_TRANSFORMED_SUBTYPES));
        return new SchemaGenerator(config.build());
    }

    /** What the mapper makes of a record's component. */
    private BeanPropertyDefinition property(FieldScope field) {
        BeanDescription bean = mapper.getDeserializationConfig().introspect(mapper.constructType(owner(field)));
        return bean.findProperties().stream()
                .filter(property -> property.getInternalName().equals(field.getDeclaredName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(field + " is not read from JSON"));
    }

    private static Class<?> owner(MemberScope<?, ?> member) {
        return member.getDeclaringType().getErasedType();
    }

    private static int place(MemberScope<?, ?> member) {
        return Arrays.stream(owner(member).getRecordComponents())
                .map(component -> component.getName())
                .toList()
                .indexOf(member.getDeclaredName());
    }

    private static @Nullable String description(ResolvedType type) {
        Class<?> raw = type.getErasedType();
        return Docstrings.covers(raw) ? Docstrings.of(raw) : null;
    }

    private @Nullable CustomDefinition custom(ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        ObjectNode schema = mapper.createObjectNode();
        Optional<Scalar> scalar = Scalar.of(raw);
        if (scalar.isPresent()) {
            Limits.describe(scalar.orElseThrow(), schema);
            return definition(schema, DefinitionType.ALWAYS_REF);
        }
        if (raw.isEnum()) {
            ArrayNode names = schema.put("type", "string").putArray("enum");
            List.of(raw.getEnumConstants()).forEach(constant -> names.add(((Enum<?>) constant).name()));
            return definition(schema, DefinitionType.ALWAYS_REF);
        }
        return primitive(raw, schema) ? definition(schema, DefinitionType.INLINE) : null;
    }

    private static CustomDefinition definition(ObjectNode schema, DefinitionType type) {
        return new CustomDefinition(schema, type, AttributeInclusion.YES);
    }

    private static boolean primitive(Class<?> raw, ObjectNode schema) {
        if (raw == Duration.class) {
            Limits.number(schema, millis -> millis >= 0, 0, Long.MAX_VALUE);
        } else if (raw == long.class || raw == Long.class) {
            Limits.number(schema, any -> true, Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (raw == int.class || raw == Integer.class) {
            Limits.number(schema, any -> true, Integer.MIN_VALUE, Integer.MAX_VALUE);
        } else if (raw == Instant.class) {
            schema.put("type", "string").put("format", "date-time").put("pattern", TIME);
        } else {
            return false;
        }
        return true;
    }

    /** The generator writes "any of" where a kind tells exactly one from the others. */
    private static void oneOfKinds(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("anyOf") != null && !mayBeNull(object.get("anyOf"))) {
            object.set("oneOf", object.remove("anyOf"));
        }
        node.forEach(Schemas::oneOfKinds);
    }

    private static boolean mayBeNull(JsonNode choices) {
        return choices.valueStream()
                .anyMatch(choice -> choice.path("type").asText().equals("null"));
    }
}
