package dev.drover.schema.doc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** JSON Schema for a scalar: no narrower than its constructor, and as narrow as asking it can tell. */
final class Limits {
    private static final String NAME = "^[A-Za-z0-9][A-Za-z0-9._:-]*$";
    private static final String NAME_CHARACTERS = "._:-";
    private static final String UUID_IN_FULL = "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$";
    private static final String A_UUID = "6f1b2c3d-0000-4000-8000-00000000000a";
    private static final int LONGEST = 4_096;

    private Limits() {}

    /** Writes the type and what limits it into {@code schema}. */
    static void describe(Scalar scalar, ObjectNode schema) {
        Class<?> written = scalar.written();
        if (written == long.class) {
            number(schema, scalar::takes, Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (written == int.class) {
            number(schema, value -> scalar.takes((int) value), Integer.MIN_VALUE, Integer.MAX_VALUE);
        } else if (written == String.class) {
            text(scalar, schema);
        } else {
            throw new IllegalStateException(scalar + " is of a kind that has no schema yet");
        }
    }

    /** A whole number within the least and the most that {@code taken} takes between these bounds. */
    static void number(ObjectNode schema, LongPredicate taken, long least, long most) {
        long some = LongStream.of(1, 0, 50, 1024)
                .filter(taken)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("takes none of the usual numbers"));
        schema.put("type", "integer");
        schema.put("minimum", taken.test(least) ? least : last(taken, some, least));
        schema.put("maximum", taken.test(most) ? most : last(taken, some, most));
    }

    private static void text(Scalar scalar, ObjectNode schema) {
        schema.put("type", "string");
        if (scalar.inner() == UUID.class) {
            schema.put("format", "uuid");
            if (scalar.takes(A_UUID) && !scalar.takes("1-1-1-1-1")) {
                schema.put("pattern", UUID_IN_FULL);
            }
            return;
        }
        if (!scalar.takes("")) {
            schema.put("minLength", 1);
        }
        if (scalar.takes("a") && !scalar.takes("a".repeat(LONGEST))) {
            schema.put("maxLength", last(length -> scalar.takes("a".repeat((int) length)), 1, LONGEST));
        }
        if (isName(scalar)) {
            schema.put("pattern", NAME);
        }
    }

    /** Whether it answers as names do to every character that is likely to tell one rule from another. */
    private static boolean isName(Scalar scalar) {
        return IntStream.concat(IntStream.rangeClosed(0, 0x17f), IntStream.of(0x663, 0x2028, 0xfeff, 0x1f600))
                .allMatch(character -> {
                    String text = Character.toString(character);
                    boolean plain = text.matches("[A-Za-z0-9]");
                    boolean follows = plain || NAME_CHARACTERS.contains(text);
                    return scalar.takes(text) == plain
                            && scalar.takes("a" + text) == follows
                            && scalar.takes("a" + text + "a") == follows;
                });
    }

    /** The last number that is taken on the way from one that is to one that is not. */
    private static long last(LongPredicate taken, long inside, long outside) {
        long in = inside;
        long out = outside;
        while (Math.abs(in - out) != 1) {
            long middle = in / 2 + out / 2 + (in % 2 + out % 2) / 2;
            middle = middle == in ? middle + Long.signum(out - in) : middle;
            if (taken.test(middle)) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return in;
    }
}
