package dev.drover.agent.domain;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import java.util.Comparator;

/** One try at one migration. */
public record AttemptKey(MigrationId migration, Attempt attempt) implements Comparable<AttemptKey> {
    private static final Comparator<AttemptKey> ORDER =
            Comparator.comparing(AttemptKey::migration).thenComparing(AttemptKey::attempt);

    @Override
    public int compareTo(AttemptKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return migration + " attempt " + attempt.value();
    }
}
