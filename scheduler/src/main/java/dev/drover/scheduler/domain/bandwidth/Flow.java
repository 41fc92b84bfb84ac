package dev.drover.scheduler.domain.bandwidth;

import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;

/**
 * A migration, the links it crosses, and what it asks of them.
 *
 * @param weight beside another's: who weighs twice as much gets twice as much where they meet
 * @param floor what it had better not be slower than; kept wherever the floors of all fit
 * @param ceiling what it can't use more than
 */
public record Flow(MigrationId migration, List<LinkId> path, int weight, BitsPerSecond floor, BitsPerSecond ceiling) {
    /** The largest weight. */
    public static final int HEAVIEST = 1 << 10;

    /** Faster than any link. */
    public static final BitsPerSecond UNLIMITED = new BitsPerSecond(Long.MAX_VALUE);

    /** Copies the path. Validates; throws {@link InvalidValueException}. */
    public Flow {
        if (weight < 1 || weight > HEAVIEST) {
            throw new InvalidValueException("weight", "is " + weight + "; give 1 to " + HEAVIEST);
        }
        path = List.copyOf(path);
    }
}
