package dev.drover.deploy.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PortChoiceTest {
    private static final BrokerArguments ANY_PORT = BrokerArguments.in(Path.of("d"));

    private final RandomGenerator random = new SplittableRandom();

    @Test
    void picked_ports_lie_below_those_of_outgoing_connections_and_differ() {
        for (int i = 0; i < 50; i++) {
            PortChoice choice = choose(ANY_PORT, OptionalInt.empty());

            assertThat(choice.clients()).isBetween(15_000, 31_999).isNotEqualTo(choice.controller());
            assertThat(choice.controller()).isBetween(15_000, 31_999);
        }
    }

    @Test
    void the_same_ports_come_up_twice_only_if_they_are_free() throws IOException {
        PortChoice first = PortChoice.of(ANY_PORT, OptionalInt.empty(), new SplittableRandom(7));

        try (ServerSocket taken = occupy(first.clients())) {
            PortChoice second = PortChoice.of(ANY_PORT, OptionalInt.empty(), new SplittableRandom(7));
            assertThat(second.clients()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void the_last_port_is_taken_again_when_it_is_free_and_another_one_when_not() throws IOException {
        int last = freePort();
        assertThat(choose(ANY_PORT, OptionalInt.of(last)).clients()).isEqualTo(last);

        try (ServerSocket taken = occupy(last)) {
            assertThat(choose(ANY_PORT, OptionalInt.of(last)).clients()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void a_wanted_port_is_taken_whatever_the_last_one_was() {
        int wanted = freePort();

        assertThat(choose(ANY_PORT.onPort(wanted), OptionalInt.of(freePort())).clients())
                .isEqualTo(wanted);
    }

    @Test
    void a_wanted_port_that_is_taken_is_named_with_its_cure() throws IOException {
        try (ServerSocket taken = occupy(freePort())) {
            int wanted = taken.getLocalPort();
            assertThatThrownBy(() -> choose(ANY_PORT.onPort(wanted), OptionalInt.empty()))
                    .isInstanceOf(BrokerFailedException.class)
                    .hasMessageContainingAll("127.0.0.1:" + wanted, "in use", "--port");
        }
    }

    @Test
    void an_address_that_is_not_of_this_machine_is_named_with_its_cure() {
        BrokerArguments elsewhere = new BrokerArguments(Path.of("d"), "192.0.2.1", "192.0.2.1", 0);

        assertThatThrownBy(() -> choose(elsewhere, OptionalInt.empty()))
                .isInstanceOf(BrokerFailedException.class)
                .hasMessageContainingAll("192.0.2.1", "assign", "--listen");
    }

    private PortChoice choose(BrokerArguments arguments, OptionalInt last) {
        return PortChoice.of(arguments, last, random);
    }

    private int freePort() {
        return Ports.pick("127.0.0.1", 0, random);
    }

    private static ServerSocket occupy(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
