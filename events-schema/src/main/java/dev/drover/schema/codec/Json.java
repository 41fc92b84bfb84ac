package dev.drover.schema.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/**
 * The one JSON dialect of the project: units in the names of fields, durations in whole milliseconds, instants in
 * ISO 8601, absent values absent, always UTF-8. Reading coerces nothing: a string is not a number nor a number a
 * string, a missing field is an error unless its type is {@code Optional}, and a list holds no null.
 */
final class Json {
    /** Nesting beyond this is refused. */
    static final int MAX_DEPTH = 32;

    private Json() {}

    /** For what programs wrote: unknown fields are skipped, since a newer version may have added them. */
    static JsonMapper forPrograms() {
        return mapper(false);
    }

    /** For what people wrote: an unknown field is an error, since it is a misspelt one. */
    static JsonMapper forPeople() {
        return mapper(true);
    }

    private static JsonMapper mapper(boolean refuseUnknown) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(30)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .addModules(new Jdk8Module(), MillisecondDurations.module(), IsoInstants.module(), StrictText.module())
                .addModule(new SimpleModule("exact-enums").setDeserializerModifier(new ExactEnums()))
                .addModule(new SimpleModule("kinds-in-objects").setDeserializerModifier(new KindsInObjects()))
                .annotationIntrospector(new RequiredUnlessOptional())
                .propertyNamingStrategy(new UnitsInNames())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, refuseUnknown)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .build();
    }
}
