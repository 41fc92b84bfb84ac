package dev.drover.schema.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where a file lies on a host: absolute, and without detours, so that one file has one name. */
public record FilePath(@JsonValue String value) implements Comparable<FilePath> {
    private static final int LONGEST = 1024;

    /** Validates; throws {@link InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FilePath {
        Check.text("path", value, LONGEST);
        boolean direct = value.startsWith("/")
                && Arrays.stream(value.substring(1).split("/", -1))
                        .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals(".."));
        if (!direct) {
            throw new InvalidValueException(
                    "path", "is '" + value + "'; give the absolute path of a file, without . or ..");
        }
    }

    /** The folder that it lies in. */
    public String folder() {
        int end = value.lastIndexOf('/');
        return end == 0 ? "/" : value.substring(0, end);
    }

    /** What it is called there. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(FilePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
