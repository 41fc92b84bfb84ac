package dev.drover.schema.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.drover.schema.id.Check;
import dev.drover.schema.id.InvalidValueException;
import java.io.IOException;

/**
 * Text that is text, not a number read as one, and without half characters: JSON can spell those but UTF-8 can't, so
 * what was read from one record could not be written into the next.
 */
final class StrictText {
    private StrictText() {}

    static Module module() {
        return new SimpleModule("strict-text")
                .addSerializer(String.class, new Writer())
                .addDeserializer(String.class, new Reader());
    }

    private static final class Writer extends StdScalarSerializer<String> {
        Writer() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(whole(value));
        }
    }

    private static final class Reader extends StdScalarDeserializer<String> {
        Reader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return in.hasToken(JsonToken.VALUE_STRING)
                    ? whole(in.getText())
                    : (String) context.handleUnexpectedToken(String.class, in);
        }
    }

    private static String whole(String text) {
        if (Check.holdsHalfCharacter(text)) {
            throw new InvalidValueException("text", "holds half a character (an unpaired surrogate); remove it");
        }
        return text;
    }
}
