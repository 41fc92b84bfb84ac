package dev.drover.cli.failover;

import dev.drover.cli.process.Until;
import java.time.Duration;
import java.util.Set;

/** A zone that nobody asks anything any more. */
record Rest(String bootstrap, Witness witness, Ledger ledger) {
    /** Returns when every intent is answered and over and each vm is settled, or fails. */
    void await(Duration patience) {
        Set<String> intents = ledger.intents();
        Until.holds("every answer", patience, () -> witness.hasAnswered(intents));
        Until.holds("the end of every intent", patience, () -> witness.open().isEmpty());
        Until.holds("the vms to be settled", patience, this::isSettled);
    }

    private boolean isSettled() {
        Evidence evidence = Evidence.of(bootstrap);
        return Whereabouts.complaints(Installation.HOSTS * Installation.GUESTS_PER_HOST, evidence.inbox())
                        .isEmpty()
                && Ownerships.complaints(evidence).isEmpty();
    }
}
