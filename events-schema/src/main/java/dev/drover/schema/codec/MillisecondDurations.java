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
import dev.drover.schema.id.InvalidValueException;
import java.io.IOException;
import java.time.Duration;

/** Durations as whole milliseconds, never negative: precise enough for a blackout, and a number in every language. */
final class MillisecondDurations {
    private MillisecondDurations() {}

    static Module module() {
        return new SimpleModule("millisecond-durations")
                .addSerializer(Duration.class, new Writer())
                .addDeserializer(Duration.class, new Reader());
    }

    private static final class Writer extends StdScalarSerializer<Duration> {
        Writer() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(notNegative(value).toMillis());
        }
    }

    private static final class Reader extends StdScalarDeserializer<Duration> {
        Reader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return (Duration) context.handleUnexpectedToken(Duration.class, in);
            }
            return notNegative(Duration.ofMillis(in.getLongValue()));
        }
    }

    private static Duration notNegative(Duration value) {
        if (value.isNegative()) {
            throw new InvalidValueException("duration", "is " + value + "; it must be " + Expected.of(Duration.class));
        }
        return value;
    }
}
