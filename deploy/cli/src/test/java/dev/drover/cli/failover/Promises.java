package dev.drover.cli.failover;

import java.util.List;
import java.util.stream.Stream;

/** What must hold whatever happens to an owner, judged by the topics alone. */
final class Promises {
    private Promises() {}

    /** What is wrong; the zone has come to rest, {@code vms} is how many its fleet has. */
    static List<String> complaints(Ledger ledger, int vms, Evidence evidence) {
        return Stream.of(
                        ledger.failures().stream().map(failure -> "not taken by Kafka: " + failure),
                        Answers.complaints(ledger, evidence).stream(),
                        Ownerships.complaints(evidence).stream(),
                        Orders.complaints(evidence).stream(),
                        Journeys.complaints(evidence).stream(),
                        Oddities.complaints(ledger, evidence).stream(),
                        Whereabouts.complaints(vms, evidence.inbox()).stream())
                .flatMap(complaints -> complaints)
                .toList();
    }
}
