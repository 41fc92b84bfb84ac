package dev.drover.schema.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.drover.schema.id.Check;

/** Where a host's libvirt takes migrations, for example {@code qemu+tcp://10.0.0.7/system}. */
public record MigrationUri(@JsonValue String value) implements Comparable<MigrationUri> {
    /** Validates; throws {@link dev.drover.schema.id.InvalidValueException}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MigrationUri {
        Check.text("migration uri", value, 512);
    }

    @Override
    public int compareTo(MigrationUri other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
