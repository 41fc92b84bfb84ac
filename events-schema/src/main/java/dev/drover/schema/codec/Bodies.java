package dev.drover.schema.codec;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A message's body as JSON, and back. */
final class Bodies {
    /** Larger records are refused, written or read: brokers and consumers stay within default limits. */
    static final int MAX_BYTES = 512 * 1024;

    /** For what stands in an inbox: an event repeats it and adds to it, and must fit whenever it was taken. */
    static final int MAX_INBOX_BYTES = 384 * 1024;

    private Bodies() {}

    static byte[] write(JsonMapper mapper, Object body, int most) {
        try {
            byte[] bytes = mapper.writeValueAsBytes(body);
            if (bytes.length > most) {
                throw new IllegalArgumentException("a " + Catalogue.of(body).name() + " came to "
                        + new DecodeError.TooLarge(bytes.length, most).explain());
            }
            return bytes;
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(
                    "a " + Catalogue.of(body).name() + " can't be written: " + unwritable.getOriginalMessage(),
                    unwritable);
        }
    }

    static <T> T read(JsonMapper mapper, byte[] bytes, Class<T> body, int most) {
        if (bytes.length > most) {
            throw new UndecodableException(new DecodeError.TooLarge(bytes.length, most));
        }
        try (JsonParser in = mapper.createParser(bytes)) {
            requireObject(in.nextToken());
            T value = mapper.readValue(in, body);
            if (in.nextToken() != null) {
                throw malformed("something follows behind its end");
            }
            return value;
        } catch (JacksonException problem) {
            throw new UndecodableException(BodyErrors.of(problem));
        } catch (IOException unreadable) {
            throw malformed(String.valueOf(unreadable.getMessage()));
        }
    }

    private static void requireObject(@Nullable JsonToken first) {
        if (first == null) {
            throw malformed("it is empty");
        }
        if (first != JsonToken.START_OBJECT) {
            throw malformed(first == JsonToken.VALUE_NULL ? "it is null" : "it is not a JSON object");
        }
    }

    private static UndecodableException malformed(String detail) {
        return new UndecodableException(new DecodeError.Malformed(detail));
    }
}
