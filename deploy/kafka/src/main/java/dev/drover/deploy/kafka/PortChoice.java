package dev.drover.deploy.kafka;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * The ports of one start.
 *
 * @param clients where clients connect
 * @param controller on the loopback address, for the node alone
 */
record PortChoice(int clients, int controller) {
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * The port the arguments ask for; else the last one when it is free, so that clients find the broker again; else
     * any.
     *
     * @throws BrokerFailedException when the wanted port or address can't be bound
     */
    static PortChoice of(BrokerArguments arguments, OptionalInt last, RandomGenerator random) {
        requireBindable(arguments.listen(), arguments.port());
        int clients = arguments.port() > 0 ? arguments.port() : again(arguments.listen(), last, random);
        return new PortChoice(clients, Ports.pick(LOOPBACK, clients, random));
    }

    private static int again(String address, OptionalInt last, RandomGenerator random) {
        return last.stream()
                .filter(port -> Ports.obstacle(address, port).isEmpty())
                .findFirst()
                .orElseGet(() -> Ports.pick(address, 0, random));
    }

    private static void requireBindable(String address, int port) {
        Ports.obstacle(address, port).ifPresent(why -> {
            throw new BrokerFailedException(
                    "can't listen on " + address + ":" + port + " (" + why.getMessage()
                            + "); name a free port with --port, or 0 to have one picked,"
                            + " and an address of this machine with --listen",
                    why);
        });
    }
}
