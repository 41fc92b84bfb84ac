package dev.drover.deploy.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Finds free TCP ports by binding them for a moment. */
final class Ports {
    /** The first port to pick. */
    static final int FIRST = 15_000;
    /** The last: below the ephemeral range, where an outgoing connection could take it before its server does. */
    static final int LAST = 31_999;

    private static final int TRIES = 1_000;

    private Ports() {}

    /** A free port other than this one. Random, so that brokers that start at once do not compete. */
    static int pick(String address, int other, RandomGenerator random) {
        return random.ints(TRIES, FIRST, LAST + 1)
                .filter(port -> port != other && obstacle(address, port).isEmpty())
                .findFirst()
                .orElseThrow(() -> new BrokerFailedException("found no free port from " + FIRST + " to " + LAST + " on "
                        + address + " in " + TRIES + " tries; name a free one with --port"));
    }

    /** Why a server can't bind it now; empty when it can. Port 0 asks about the address alone. */
    static Optional<IOException> obstacle(String address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true); // connections of an earlier server may still fade away
            probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }
}
