package dev.drover.deploy.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerArgumentsTest {
    @Test
    void a_folder_is_enough_for_a_broker_of_this_machine_on_any_port() {
        assertThat(parse("--data", "d")).isEqualTo(new BrokerArguments(Path.of("d"), "127.0.0.1", "127.0.0.1", 0));
    }

    @Test
    void the_host_is_both_where_it_listens_and_what_it_advertises() {
        assertThat(parse("--data", "d", "--host", "10.0.0.7"))
                .isEqualTo(new BrokerArguments(Path.of("d"), "10.0.0.7", "10.0.0.7", 0));
    }

    @Test
    void an_address_it_listens_on_is_advertised_unless_another_is_named() {
        assertThat(parse("--data", "d", "--listen", "10.0.0.7").advertise()).isEqualTo("10.0.0.7");
        assertThat(parse("--data", "d", "--listen", "0.0.0.0", "--advertise", "machine", "--port", "9092"))
                .isEqualTo(BrokerArguments.in(Path.of("d")).reachedBy("machine").onPort(9092));
    }

    @Test
    void words_are_read_back_as_they_were() {
        BrokerArguments arguments = BrokerArguments.in(Path.of("/a folder"))
                .reachedBy("10.78.255.254")
                .onPort(1);

        assertThat(BrokerArguments.parse(arguments.words())).isEqualTo(arguments);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                --port 9092                          | --data is missing; name the folder
                --data d --prot 1                    | --prot is unknown; known are --data, --host
                --data                               | --data needs a value
                --data d --data e                    | --data is given twice
                --data d --port many                 | --port many is not a number; give 1 to 65535, or 0
                --data d --port 65536                | --port 65536 is not a port
                --data d --port -1                   | --port -1 is not a port
                --data d --host [::1]                | --listen '[::1]' is not a host; give a name or an IPv4 address
                --data d --advertise a,b             | --advertise 'a,b' is not a host
                --data d --listen 0.0.0.0            | --advertise 0.0.0.0 is no address to connect to; name the one
                """)
    void a_wrong_word_is_named_with_its_cure(String words, String message) {
        assertThatThrownBy(() -> parse(words.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static BrokerArguments parse(String... words) {
        return BrokerArguments.parse(List.of(words));
    }
}
