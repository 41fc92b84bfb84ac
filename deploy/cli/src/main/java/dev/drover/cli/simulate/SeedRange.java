package dev.drover.cli.simulate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Seeds from first to last, written {@code 1..200}, or one alone. */
record SeedRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})(?:\\.\\.(\\d{1,18}))?");

    /** Reads what was typed. */
    static final class Converter implements ITypeConverter<SeedRange> {
        @Override
        public SeedRange convert(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException("'" + text + "' is no range of seeds; write it like 1..200");
            }
            long first = Long.parseLong(form.group(1));
            long last = form.group(2) == null ? first : Long.parseLong(form.group(2));
            if (last < first) {
                throw new TypeConversionException("'" + text + "' ends before it begins; write it like 1..200");
            }
            return new SeedRange(first, last);
        }
    }
}
