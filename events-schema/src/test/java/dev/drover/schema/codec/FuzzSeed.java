package dev.drover.schema.codec;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** Where chance begins: another place each day, and always the same with {@code -Ddrover.fuzz.seed}. */
record FuzzSeed(long value) {
    static FuzzSeed chosen() {
        String today = LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
        return new FuzzSeed(Long.getLong("drover.fuzz.seed", Long.parseLong(today)));
    }

    Random random() {
        return new Random(value);
    }

    @Override
    public String toString() {
        return "-Ddrover.fuzz.seed=" + value;
    }
}
