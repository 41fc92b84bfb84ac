package dev.drover.schema.codec;

import java.util.ArrayList;
import java.util.List;

/** A program for a JVM of its own with little memory: it ends well when all inputs were answered. */
final class FuzzInLittleMemory {
    private FuzzInLittleMemory() {}

    /** How many inputs; and {@code keep} to be what must fail: a reader that holds on to all it was given. */
    public static void main(String[] arguments) {
        int inputs = Integer.parseInt(arguments[0]);
        boolean keep = arguments.length > 1 && arguments[1].equals("keep");
        List<Object> kept = new ArrayList<>();
        long bytes = 0;
        Fuzz fuzz = new Fuzz(FuzzSeed.chosen());
        while (fuzz.inputs() < inputs) {
            var record = fuzz.next();
            bytes += record.value().length;
            if (keep) {
                kept.add(record);
            }
        }
        System.out.printf(
                "fuzz: %s, %d MiB read in %d MiB of memory%n",
                fuzz, bytes >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }
}
