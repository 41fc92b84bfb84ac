package dev.drover.bench.predict;

import dev.drover.schema.id.InvalidValueException;
import java.util.Locale;

/** What a file of measured migrations may say of each; all but the first two may be missing. */
enum Column {
    BW_MBPS("what the migration was given, in Mbit/s", 0.001, 1e8),
    MEM_USED_MB("memory in use, in MiB", 0.001, 1e9),
    DURATION_S("how long it took, in seconds", 0.001, 1e9),
    SRC("the host it left", 0, 0),
    DST("the host it came to", 0, 0),
    HOT_DIRTY_SIZE_MB("memory written again and again, in MiB", 0, 1e9),
    HOT_DIRTY_DURATION_S("how long writing that takes, in seconds", 0, 1e9),
    COLD_DIRTY_RATE_MBPS("how fast the rest is written, in MiB/s", 0, 1e9),
    START_EPOCH("when it started, in seconds", -1e12, 1e12),
    END_EPOCH("when it ended, in seconds", -1e12, 1e12);

    private final String meaning;
    private final double least;
    private final double most;

    Column(String meaning, double least, double most) {
        this.meaning = meaning;
        this.least = least;
        this.most = most;
    }

    /** As the header spells it; headers are compared without regard to case. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands in it. */
    String meaning() {
        return meaning;
    }

    /** {@code where} names file and line for the message of {@link InvalidValueException}. */
    double number(String where, String cell) {
        try {
            double number = Double.parseDouble(cell);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            throw wrong(where, cell);
        }
        throw wrong(where, cell);
    }

    private InvalidValueException wrong(String where, String cell) {
        return new InvalidValueException(
                where + " column " + header(),
                String.format(
                        Locale.ROOT,
                        "is '%s'; give %s: a number from %s to %s",
                        cut(cell),
                        meaning,
                        plain(least),
                        plain(most)));
    }

    private static String cut(String cell) {
        String printable = cell.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 40 ? printable : printable.substring(0, 40) + "…";
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? String.format(Locale.ROOT, "%.0f", bound) : Double.toString(bound);
    }
}
