package dev.drover.schema.forecast;

import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;

/**
 * What a guest writes to. It goes through its hot set again and again, once within {@code hotWithin}; to the rest of its
 * memory it writes at {@code coldRate}. Writing a page twice dirties it once, so what differs grows steeply up to the
 * hot set and slowly from there on. (The same three figures describe a guest in V. Kherbache's thesis, 2016, and come of
 * sampling its dirty pages at two periods.)
 */
public record DirtyModel(Bytes hotSet, Duration hotWithin, BitsPerSecond coldRate) {
    /** Writes nothing. */
    public static final DirtyModel IDLE = new DirtyModel(Bytes.ZERO, Duration.ofSeconds(1), BitsPerSecond.ZERO);

    /** Throws {@link InvalidValueException} for a hot set that is written in no time. */
    public DirtyModel {
        if (hotWithin.isZero() || hotWithin.isNegative()) {
            throw new InvalidValueException("hotWithin", "is " + hotWithin + "; it must be longer than nothing");
        }
    }

    /** Memory that differs after so long. */
    public Bytes dirtiedOver(Duration time) {
        return Numbers.bytes(bytesDirtiedOver(Numbers.seconds(time)));
    }

    /** The same guest, denied this part of its time. */
    public DirtyModel throttled(int percent) {
        double left = (100 - percent) / 100.0;
        return left <= 0
                ? IDLE
                : new DirtyModel(
                        hotSet,
                        Numbers.duration(Numbers.seconds(hotWithin) / left),
                        Numbers.rate(Numbers.bytesPerSecond(coldRate) * left));
    }

    /**
     * The same guest as a round of its migration shows it: a curve that passes through what was seen. Sampling a few
     * pages misses a small hot set; the rounds of a migration don't, for they look at every page.
     */
    public DirtyModel seeing(DirtySample round) {
        if (round.period().compareTo(hotWithin) >= 0) {
            return wentThrough(round);
        }
        if (round.dirtied().compareTo(hotSet) >= 0) {
            return new DirtyModel(round.dirtied(), round.period(), coldRate);
        }
        return round.dirtied().equals(Bytes.ZERO)
                ? new DirtyModel(Bytes.ZERO, hotWithin, coldRate)
                : new DirtyModel(hotSet, Numbers.duration(hotSet.value() / round.bytesPerSecond()), coldRate);
    }

    /** Such a round shows how large the hot set is, but not how fast it is written: that pace is kept. */
    private DirtyModel wentThrough(DirtySample round) {
        double period = Numbers.seconds(round.period());
        double cold = Numbers.bytesPerSecond(coldRate);
        double pace = hotSet.value() / Numbers.seconds(hotWithin);
        double hot = round.dirtied().value() - cold * period;
        if (hot <= 0) {
            return new DirtyModel(round.dirtied(), round.period(), coldRate);
        }
        double turn = pace > cold ? Math.min(period, hot / (pace - cold)) : period;
        return new DirtyModel(Numbers.bytes(hot + cold * turn), Numbers.duration(turn), coldRate);
    }

    double bytesDirtiedOver(double seconds) {
        double turn = Numbers.seconds(hotWithin);
        double hot = hotSet.value() * Math.min(1, seconds / turn);
        return hot + Numbers.bytesPerSecond(coldRate) * Math.max(0, seconds - turn);
    }
}
