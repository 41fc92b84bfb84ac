package dev.drover.scheduler.adapter.http;

import dev.drover.schema.id.InvalidValueException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where the service listens. Only this machine can reach it: nothing here asks who somebody is, so whoever wants to be
 * reached from elsewhere puts something in front that does.
 *
 * @param port 0 for any that is free
 */
public record Listen(String host, int port) {
    /** Any free port of this machine. */
    public static final Listen ANYWHERE_HERE = new Listen("127.0.0.1", 0);

    private static final int MOST = 65_535;

    /** Validates; throws {@link InvalidValueException}. */
    public Listen {
        if (port < 0 || port > MOST) {
            throw refused("has port " + port + "; it must be 0, for any that is free, to " + MOST);
        }
        if (!isHere(host)) {
            throw refused("is " + host + ", which others could reach though nothing here asks who they are; use"
                    + " 127.0.0.1, and a proxy that does ask in front of it");
        }
    }

    /** Of {@code HOST:PORT}; throws {@link InvalidValueException}. */
    public static Listen of(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return new Listen(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        } catch (IndexOutOfBoundsException | NumberFormatException other) {
            throw refused("is '" + text + "'; it must be HOST:PORT, like 127.0.0.1:8180");
        }
    }

    /** Where the service is, once it listens on {@code actual}. */
    URI address(int actual) {
        return URI.create("http://" + host + ":" + actual);
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw refused("names " + host + ", which is no address of any machine");
        }
    }

    private static InvalidValueException refused(String why) {
        return new InvalidValueException("http", why);
    }
}
