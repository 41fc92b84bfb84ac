package dev.drover.scheduler.domain.intent;

import dev.drover.schema.id.IntentId;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The intents that are over, so that one sent again is not taken for a new one. Only the last so many are kept: an
 * inbox is kept for days, and nobody sends that many again. Immutable.
 *
 * @param byId the number of the event that ended each
 */
public record Answered(PSortedMap<IntentId, Long> byId, PSortedMap<Long, IntentId> byEvent) {
    /** So many are remembered. */
    public static final int KEPT = 10_000;

    /** None so far. */
    public static final Answered NONE = new Answered(TreePMap.empty(), TreePMap.empty());

    /** Whether it is remembered. */
    public boolean contains(IntentId intent) {
        return byId.containsKey(intent);
    }

    /** With one more, ended by the log's {@code event}th; the oldest is forgotten when there are too many. */
    public Answered plus(IntentId intent, long event) {
        Answered more = new Answered(byId.plus(intent, event), byEvent.plus(event, intent));
        return more.byEvent.size() <= KEPT ? more : more.withoutOldest();
    }

    /** The number of the event that ended it. */
    public Optional<Long> endedBy(IntentId intent) {
        return Optional.ofNullable(byId.get(intent));
    }

    private Answered withoutOldest() {
        Long oldest = byEvent.firstKey();
        IntentId forgotten = byEvent.get(oldest);
        return forgotten == null ? this : new Answered(byId.minus(forgotten), byEvent.minus(oldest));
    }
}
