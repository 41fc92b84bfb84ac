package dev.drover.schema.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.InvalidValueException;
import org.junit.jupiter.api.Test;

class TransferOptionsTest {
    @Test
    void means_add_up() {
        assertThat(TransferOptions.PLAIN.over(4).compressed(Compression.ZSTD).slowingDown())
                .isEqualTo(new TransferOptions(4, Compression.ZSTD, true, false, OwnDisks.STAY));
        assertThat(TransferOptions.PLAIN
                        .compressed(Compression.DELTA)
                        .allowingPostCopy()
                        .withDisks(OwnDisks.GO))
                .isEqualTo(new TransferOptions(1, Compression.DELTA, false, true, OwnDisks.GO));
    }

    @Test
    void what_one_stream_cannot_do_names_the_cure() {
        assertThatThrownBy(() -> TransferOptions.PLAIN.compressed(Compression.ZSTD))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("two connections or more");
    }

    @Test
    void what_several_streams_cannot_do_is_refused() {
        TransferOptions two = TransferOptions.PLAIN.over(2);
        assertThatThrownBy(() -> two.compressed(Compression.DELTA)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(two::allowingPostCopy).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void connections_are_bounded() {
        assertThatThrownBy(() -> TransferOptions.PLAIN.over(0))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("1 to 255");
        assertThatThrownBy(() -> TransferOptions.PLAIN.over(256)).isInstanceOf(InvalidValueException.class);
    }
}
