package dev.drover.schema.codec;

import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Values of one type as JSON without an envelope, in the project's dialect: for tables, which hold no messages. Reading
 * is strict, an unknown field included: whoever reads half of an entry would act on the wrong half. Safe for use by many
 * threads.
 */
public final class PlainJson<T> {
    private final Class<T> type;
    private final JsonMapper mapper = Json.forPeople();

    /** For values of this type. */
    public PlainJson(Class<T> type) {
        this.type = type;
    }

    /** Gives what {@link #read} reads back. */
    public byte[] write(T value) {
        return Bodies.write(mapper, value, Bodies.MAX_BYTES);
    }

    /** The value, or why there is none; never throws. */
    public Decoding<T> read(byte[] json) {
        try {
            return new Decoding.Decoded<>(Bodies.read(mapper, json, type, Bodies.MAX_BYTES));
        } catch (UndecodableException why) {
            return new Decoding.Undecodable<>(why.error());
        }
    }
}
