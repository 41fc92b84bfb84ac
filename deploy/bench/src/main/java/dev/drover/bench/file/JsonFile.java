package dev.drover.bench.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drover.schema.id.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of JSON. */
public final class JsonFile {
    private JsonFile() {}

    /** Makes something of the text of a file. */
    @FunctionalInterface
    public interface Parser<T> {
        /** Throws {@link JsonProcessingException} where it is not JSON. */
        T parse(String text) throws JsonProcessingException;
    }

    /** What the parser makes of it. Throws {@link InvalidValueException} that names the file and the cure. */
    public static <T> T read(Path file, Parser<T> parser) {
        try {
            return parser.parse(Files.readString(file));
        } catch (JsonProcessingException spoiled) {
            throw new InvalidValueException(
                    file.toString(),
                    "is not JSON: " + spoiled.getOriginalMessage() + " in line "
                            + spoiled.getLocation().getLineNr() + "; mend it there");
        } catch (NoSuchFileException missing) {
            throw new InvalidValueException(file.toString(), "does not exist; name a file");
        } catch (IOException unreadable) {
            throw new InvalidValueException(
                    file.toString(), "can't be read: " + unreadable + "; name a file of text that you may read");
        }
    }
}
