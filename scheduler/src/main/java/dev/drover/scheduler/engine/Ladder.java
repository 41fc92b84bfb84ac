package dev.drover.scheduler.engine;

import dev.drover.schema.snapshot.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the next snapshot goes: into one of two slots in turn, so that an unfinished one never spoils the last good
 * one; and once an hour and once a day on a rung of the ladder too, from which a state of the past is computed without
 * reading years of events.
 */
final class Ladder {
    private static final Slot A = new Slot("a");
    private static final Slot B = new Slot("b");
    private static final int HOURS = 24;
    private static final int DAYS = 31;

    private Slot last = B;
    private long hour = -1;
    private long day = -1;

    /** The slot of a snapshot that must outlive the next. */
    void after(Slot newest) {
        last = newest;
    }

    /** The slots for a snapshot at this time. */
    List<Slot> next(Instant time) {
        List<Slot> slots = new ArrayList<>();
        last = last.equals(A) ? B : A;
        slots.add(last);
        long thisHour = time.getEpochSecond() / Duration.ofHours(1).toSeconds();
        long thisDay = time.getEpochSecond() / Duration.ofDays(1).toSeconds();
        if (thisHour != hour) {
            slots.add(rung("hourly", thisHour % HOURS));
        }
        if (thisDay != day) {
            slots.add(rung("daily", thisDay % DAYS));
        }
        hour = thisHour;
        day = thisDay;
        return slots;
    }

    private static Slot rung(String name, long number) {
        return new Slot(String.format(Locale.ROOT, "%s-%02d", name, number));
    }
}
