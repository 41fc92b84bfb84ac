package dev.drover.deploy.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a broker is started with; as words {@code --data DIR [--host H | --listen H --advertise H] [--port N]}.
 *
 * @param folder keeps the data; created and formatted when new
 * @param listen the name or IPv4 address to bind to; 0.0.0.0 is all of this machine's
 * @param advertise the name or IPv4 address by which clients reach it; the broker itself must reach it too
 * @param port 0 takes the folder's earlier port when it is free, else any free one
 */
public record BrokerArguments(Path folder, String listen, String advertise, int port) {
    private static final String ANY = "0.0.0.0";
    private static final String LOOPBACK = "127.0.0.1";
    private static final List<String> FLAGS = List.of("--data", "--host", "--listen", "--advertise", "--port");

    public BrokerArguments {
        requireHost("--listen", listen);
        requireHost("--advertise", advertise);
        if (advertise.equals(ANY)) {
            throw new IllegalArgumentException("--advertise " + ANY
                    + " is no address to connect to; name the one by which clients reach this machine");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "--port " + port + " is not a port; give 1 to 65535, or 0 to have one picked");
        }
    }

    /** For clients of this machine only, on a port the broker picks. */
    public static BrokerArguments in(Path folder) {
        return new BrokerArguments(folder, LOOPBACK, LOOPBACK, 0);
    }

    /** The same on this port. */
    public BrokerArguments onPort(int number) {
        return new BrokerArguments(folder, listen, advertise, number);
    }

    /** The same for clients that reach this machine by this address, on all of its own addresses. */
    public BrokerArguments reachedBy(String address) {
        return new BrokerArguments(folder, ANY, address, port);
    }

    /**
     * Reads the words of a command line.
     *
     * @throws IllegalArgumentException naming the wrong word and its cure
     */
    public static BrokerArguments parse(List<String> words) {
        SortedMap<String, String> values = pairs(words);
        Optional<String> host = value(values, "--host");
        Optional<String> listen = value(values, "--listen").or(() -> host);
        Optional<String> advertise = value(values, "--advertise").or(() -> host).or(() -> listen);
        return new BrokerArguments(
                value(values, "--data")
                        .map(Path::of)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "--data is missing; name the folder that keeps the broker's data")),
                listen.orElse(LOOPBACK),
                advertise.orElse(LOOPBACK),
                value(values, "--port").map(BrokerArguments::port).orElse(0));
    }

    /** The words that {@link #parse} reads back. */
    public List<String> words() {
        return List.of(
                "--data",
                folder.toString(),
                "--listen",
                listen,
                "--advertise",
                advertise,
                "--port",
                Integer.toString(port));
    }

    private static SortedMap<String, String> pairs(List<String> words) {
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String flag = words.get(i);
            if (!FLAGS.contains(flag)) {
                throw new IllegalArgumentException(flag + " is unknown; known are " + String.join(", ", FLAGS));
            }
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(flag + " needs a value after it");
            }
            if (values.put(flag, words.get(i + 1)) != null) {
                throw new IllegalArgumentException(flag + " is given twice; give it once");
            }
        }
        return values;
    }

    private static Optional<String> value(SortedMap<String, String> values, String flag) {
        return Optional.ofNullable(values.get(flag));
    }

    private static int port(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port " + word + " is not a number; give 1 to 65535, or 0", e);
        }
    }

    private static void requireHost(String flag, String host) {
        if (!host.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(flag + " '" + host + "' is not a host; give a name or an IPv4 address");
        }
    }
}
