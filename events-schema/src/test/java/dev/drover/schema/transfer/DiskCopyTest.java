package dev.drover.schema.transfer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiskCopyTest {
    @Test
    void to_take_no_disk_along_is_not_a_copy() {
        assertThatThrownBy(() -> new DiskCopy(CopyMode.FULL, List.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("name those that go along");
    }
}
