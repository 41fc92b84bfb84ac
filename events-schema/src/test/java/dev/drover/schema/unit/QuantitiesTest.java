package dev.drover.schema.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.InvalidValueException;
import org.junit.jupiter.api.Test;

class QuantitiesTest {
    @Test
    void nothing_is_less_than_zero() {
        assertThatThrownBy(() -> new Bytes(-1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("bytes is -1; it must be at least 0");
        assertThatThrownBy(() -> new BitsPerSecond(-1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("bits per second is -1; it must be at least 0");
    }

    @Test
    void bytes_come_in_binary_multiples() {
        assertThat(Bytes.mebibytes(3)).isEqualTo(new Bytes(3_145_728));
        assertThat(Bytes.gibibytes(1)).isEqualTo(Bytes.mebibytes(1_024));
    }

    @Test
    void rates_come_in_the_units_of_links_and_of_libvirt() {
        assertThat(BitsPerSecond.megabits(25_000)).isEqualTo(new BitsPerSecond(25_000_000_000L));
        assertThat(BitsPerSecond.mebibytesPerSecond(1)).isEqualTo(new BitsPerSecond(8_388_608));
    }

    @Test
    void what_does_not_fit_is_an_error_and_never_wraps_around() {
        assertThatThrownBy(() -> Bytes.gibibytes(1L << 33)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Bytes.mebibytes(1L << 43)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Bytes(Long.MAX_VALUE).plus(new Bytes(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> BitsPerSecond.megabits(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> BitsPerSecond.mebibytesPerSecond(1L << 40)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void bytes_add_up_and_never_go_below_zero() {
        assertThat(new Bytes(5).plus(new Bytes(3))).isEqualTo(new Bytes(8));
        assertThat(new Bytes(5).minus(new Bytes(3))).isEqualTo(new Bytes(2));
        assertThat(new Bytes(3).minus(new Bytes(5))).isEqualTo(Bytes.ZERO);
    }

    @Test
    void rates_are_rounded_down() {
        BitsPerSecond rate = new BitsPerSecond(8_388_608 * 3 - 1);

        assertThat(rate.wholeMebibytesPerSecond()).isEqualTo(2);
        assertThat(rate.roundedDownTo(BitsPerSecond.mebibytesPerSecond(1)))
                .isEqualTo(BitsPerSecond.mebibytesPerSecond(2));
        assertThat(rate.roundedDownTo(rate)).isEqualTo(rate);
    }

    @Test
    void quantities_compare_by_value() {
        assertThat(new Bytes(10)).isGreaterThan(new Bytes(9));
        assertThat(new BitsPerSecond(10)).isGreaterThan(new BitsPerSecond(9));
        assertThat(new BitsPerSecond(10).min(new BitsPerSecond(9))).isEqualTo(new BitsPerSecond(9));
        assertThat(BitsPerSecond.ZERO.min(new BitsPerSecond(9))).isEqualTo(BitsPerSecond.ZERO);
    }
}
