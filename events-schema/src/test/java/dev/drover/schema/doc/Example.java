package dev.drover.schema.doc;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drover.schema.codec.MessageType;
import dev.drover.schema.sample.Sample;
import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A sample as its readers meet it; the golden file of the same name holds the same. */
record Example(Wire wire) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Example of(Sample sample) {
        return new Example(Wire.of(sample.message()));
    }

    /** The one that holds all that a type may hold. */
    static Example of(MessageType type) {
        return new Example(Wire.of(Samples.of(type.name())));
    }

    SortedMap<String, String> headers() {
        return wire.headers();
    }

    /** A line each header. */
    String head() {
        return headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    String body() {
        try {
            return PrettyJson.of(JSON.readTree(wire.value()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
