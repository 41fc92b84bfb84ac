package dev.drover.cli.failover;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was put into the inbox: intents by their names, and by their offsets the records nothing can be made of. */
final class Ledger {
    private final SortedSet<String> intents = new TreeSet<>();
    private final SortedMap<Long, String> malformed = new TreeMap<>();
    private final SortedSet<String> failures = new TreeSet<>();

    synchronized void submitted(String intent) {
        intents.add(intent);
    }

    synchronized void malformed(long offset, String kind) {
        malformed.put(offset, kind);
    }

    synchronized void failed(String what) {
        failures.add(what);
    }

    synchronized Set<String> intents() {
        return new TreeSet<>(intents);
    }

    synchronized Map<Long, String> malformed() {
        return new TreeMap<>(malformed);
    }

    /** What Kafka did not take in the end. */
    synchronized Set<String> failures() {
        return new TreeSet<>(failures);
    }
}
