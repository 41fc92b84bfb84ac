package dev.drover.schema.codec;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.schema.message.Message;
import dev.drover.schema.sample.Sample;
import dev.drover.schema.sample.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A sample as it stood on the wire when it was last agreed upon: its Kafka headers, named as CloudEvents attributes,
 * and its body. A difference means that older records, or other programs' readers, no longer fit. Where that is meant,
 * {@code mvn -pl events-schema test -Ddrover.golden.write=true} writes the files anew, and the change shows in review.
 */
final class GoldenFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "golden");
    private static final String CONTENT_TYPE = "content-type";
    private static final String PREFIX = "ce_";

    private GoldenFile() {}

    static boolean writing() {
        return Boolean.getBoolean("drover.golden.write");
    }

    static Optional<String> text(String name) {
        try {
            return Files.exists(path(name)) ? Optional.of(Files.readString(path(name))) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void write(Sample sample) {
        try {
            Files.writeString(path(sample.name()), render(Wire.of(sample.message())));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static SortedSet<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\.json$", ""))
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String render(Wire wire) {
        ObjectNode golden = JSON.createObjectNode();
        ObjectNode attributes = golden.putObject("attributes");
        wire.headers().forEach((header, value) -> attributes.put(attribute(header), value));
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter()
                .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        try {
            golden.set("data", JSON.readTree(wire.value()));
            return JSON.writer(lines).writeValueAsString(golden) + "\n";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As it travels, for the reader that would read {@code like}. */
    static Wire parse(String text, Message like) {
        try {
            JsonNode golden = JSON.readTree(text);
            SortedMap<String, String> headers = new TreeMap<>();
            golden.get("attributes")
                    .properties()
                    .forEach(one ->
                            headers.put(header(one.getKey()), one.getValue().textValue()));
            return new Wire(like, headers, JSON.writeValueAsBytes(golden.get("data")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path path(String name) {
        return FOLDER.resolve(name + ".json");
    }

    private static String attribute(String header) {
        return header.equals(CONTENT_TYPE) ? "datacontenttype" : header.substring(PREFIX.length());
    }

    private static String header(String attribute) {
        return attribute.equals("datacontenttype") ? CONTENT_TYPE : PREFIX + attribute;
    }
}
