package dev.drover.scheduler.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.InvalidValueException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenTest {
    @Test
    void it_is_on_this_machine() {
        assertThat(Listen.of("127.0.0.1:8180")).isEqualTo(new Listen("127.0.0.1", 8180));
        assertThat(Listen.of("localhost:0").address(4711)).isEqualTo(URI.create("http://localhost:4711"));
        assertThat(Listen.of("[::1]:80").address(80)).isEqualTo(URI.create("http://[::1]:80"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8180           | http is '8180'; it must be HOST:PORT, like 127.0.0.1:8180
            127.0.0.1:http | http is '127.0.0.1:http'; it must be HOST:PORT, like 127.0.0.1:8180
            127.0.0.1:-1   | http has port -1; it must be 0, for any that is free, to 65535
            127.0.0.1:65536| http has port 65536; it must be 0, for any that is free, to 65535
            0.0.0.0:8180   | http is 0.0.0.0, which others could reach though nothing here asks who they are
            10.1.2.3:8180  | http is 10.1.2.3, which others could reach though nothing here asks who they are
            no.such.host.invalid:1 | http names no.such.host.invalid, which is no address of any machine
            """)
    void others_are_refused(String text, String why) {
        assertThatThrownBy(() -> Listen.of(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(why);
    }
}
