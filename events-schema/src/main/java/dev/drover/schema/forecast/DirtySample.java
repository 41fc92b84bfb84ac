package dev.drover.schema.forecast;

import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/** What of a guest's memory differed after {@code period} from what it was before. */
public record DirtySample(Duration period, Bytes dirtied) {
    /** Nothing can be told from no time: throws {@link InvalidValueException}. */
    public DirtySample {
        if (period.isZero() || period.isNegative()) {
            throw new InvalidValueException("period", "is " + period + "; it must be longer than nothing");
        }
    }

    /** Bytes a second, on the average of the period. */
    double bytesPerSecond() {
        return dirtied.value() / Numbers.seconds(period);
    }
}
