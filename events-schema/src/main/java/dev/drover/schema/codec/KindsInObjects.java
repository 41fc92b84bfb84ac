package dev.drover.schema.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import java.io.IOException;

/** One of several kinds by its field {@code kind} only: Jackson would also take a list of the kind and the rest. */
final class KindsInObjects extends BeanDeserializerModifier {
    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription description, JsonDeserializer<?> standard) {
        return description.getType().isAbstract() ? new Reader(standard) : standard;
    }

    private static final class Reader extends DelegatingDeserializer {
        Reader(JsonDeserializer<?> standard) {
            super(standard);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> other) {
            return new Reader(other);
        }

        @Override
        public Object deserializeWithType(JsonParser in, DeserializationContext context, TypeDeserializer kinds)
                throws IOException {
            return in.hasToken(JsonToken.START_ARRAY)
                    ? context.handleUnexpectedToken(handledType(), in)
                    : super.deserializeWithType(in, context, kinds);
        }
    }
}
