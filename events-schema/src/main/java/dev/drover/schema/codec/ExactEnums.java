package dev.drover.schema.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.drover.schema.id.InvalidValueException;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Enum constants by their exact names: never by number, since numbers move when a constant is added. */
final class ExactEnums extends BeanDeserializerModifier {
    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> standard) {
        return new Reader(type.getRawClass());
    }

    private static final class Reader extends StdScalarDeserializer<Object> {
        private final Map<String, Object> constants;

        Reader(Class<?> type) {
            super(type);
            this.constants = Stream.of(type.getEnumConstants())
                    .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(handledType(), in);
            }
            String name = in.getText();
            Object constant = constants.get(name);
            if (constant == null) {
                throw new InvalidValueException(
                        "name", "is '" + Excerpt.of(name, 40) + "'; it must be " + Expected.of(handledType()));
            }
            return constant;
        }
    }
}
