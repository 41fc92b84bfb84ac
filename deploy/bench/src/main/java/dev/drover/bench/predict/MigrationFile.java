package dev.drover.bench.predict;

import dev.drover.schema.forecast.DirtyModel;
import dev.drover.schema.forecast.GuestMemory;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Migrations that were measured, a line each, in the columns of the Grid'5000 measurements: libvirt's MiB, although the
 * headers say MB. A guest of which no dirty rate is given is taken for idle, a hot set without a duration for one that
 * is written within a second.
 */
public final class MigrationFile {
    private static final double BYTES_A_MEBIBYTE = 1 << 20;
    private static final double BITS_A_MEGABIT = 1e6;
    private static final double BITS_A_MEBIBYTE = 8 * BYTES_A_MEBIBYTE;
    private static final double NANOS_A_SECOND = 1e9;

    private MigrationFile() {}

    /** All of them; throws {@link InvalidValueException} naming file, line and column, and the cure. */
    public static List<Migration> read(Path path) {
        CsvFile file = CsvFile.read(path);
        require(file, Column.BW_MBPS);
        require(file, Column.MEM_USED_MB);
        if (!file.has(Column.START_EPOCH) || !file.has(Column.END_EPOCH)) {
            require(file, Column.DURATION_S);
        }
        return file.rows().stream().map(MigrationFile::migration).toList();
    }

    private static void require(CsvFile file, Column column) {
        if (!file.has(column)) {
            throw new InvalidValueException(
                    file.header(), "has no column " + column.header() + "; add it: " + column.meaning());
        }
    }

    private static Migration migration(CsvLine line) {
        return new Migration(
                line.text(Column.SRC),
                line.text(Column.DST),
                new BitsPerSecond(Math.round(line.required(Column.BW_MBPS) * BITS_A_MEGABIT)),
                GuestMemory.used(mebibytes(line.required(Column.MEM_USED_MB)), writes(line)),
                line.number(Column.START_EPOCH),
                tookSeconds(line));
    }

    private static double tookSeconds(CsvLine line) {
        Optional<Double> end = line.number(Column.END_EPOCH);
        Optional<Double> between = line.number(Column.START_EPOCH).flatMap(start -> end.map(stop -> stop - start));
        double took =
                line.number(Column.DURATION_S).or(() -> between).orElseGet(() -> line.required(Column.DURATION_S));
        if (took <= 0) {
            throw new InvalidValueException(
                    line.where() + " column " + Column.END_EPOCH.header(),
                    "is no later than the start; give " + Column.END_EPOCH.meaning() + ", or leave the line out");
        }
        return took;
    }

    private static DirtyModel writes(CsvLine line) {
        double hot = line.number(Column.HOT_DIRTY_SIZE_MB).orElse(0.0);
        double within = line.number(Column.HOT_DIRTY_DURATION_S)
                .filter(turn -> turn > 0)
                .orElse(1.0);
        double cold = line.number(Column.COLD_DIRTY_RATE_MBPS).orElse(0.0);
        return new DirtyModel(
                mebibytes(hot),
                Duration.ofNanos(Math.max(1, Math.round(within * NANOS_A_SECOND))),
                new BitsPerSecond(Math.round(cold * BITS_A_MEBIBYTE)));
    }

    private static Bytes mebibytes(double count) {
        return new Bytes(Math.round(count * BYTES_A_MEBIBYTE));
    }
}
