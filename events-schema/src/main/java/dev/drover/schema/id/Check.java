package dev.drover.schema.id;

import java.util.Collection;
import java.util.List;

/** The checks behind the constructors of this language: each returns its value or throws naming the field. */
public final class Check {
    private static final int SHOWN = 40;
    private static final int WORDS = 400;

    private Check() {}

    /** A name safe in keys, file names, URLs and metrics: letters, digits and {@code . _ : -}, at most {@code max} long. */
    public static String name(String field, String value, int max) {
        if (value.length() > max) {
            throw new InvalidValueException(
                    field, "is " + value.length() + " characters long; at most " + max + " are allowed");
        }
        if (!isName(value)) {
            throw new InvalidValueException(
                    field,
                    "is '" + shown(value) + "'; it must start with a letter or digit and go on with those or . _ : -");
        }
        return value;
    }

    /** Text for people: not blank, no control or half characters, at most {@code max} long. */
    public static String text(String field, String value, int max) {
        if (value.isBlank()) {
            throw new InvalidValueException(field, "is blank; give it some text");
        }
        if (value.length() > max) {
            throw new InvalidValueException(
                    field, "is " + value.length() + " characters long; at most " + max + " are allowed");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException(field, "holds a control character; remove it");
        }
        if (holdsHalfCharacter(value)) {
            throw new InvalidValueException(field, "holds half a character (an unpaired surrogate); remove it");
        }
        return value;
    }

    /** Whether a surrogate stands without its other half: such text can't be written in UTF-8. */
    public static boolean holdsHalfCharacter(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (Character.getType(text.codePointAt(at)) == Character.SURROGATE) {
                return true;
            }
        }
        return false;
    }

    /** A whole number of at least {@code least}. */
    public static long atLeast(String field, long value, long least) {
        if (value < least) {
            throw new InvalidValueException(field, "is " + value + "; it must be at least " + least);
        }
        return value;
    }

    /** A whole number of at least {@code least} and at most {@code most}. */
    public static long within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidValueException(field, "is " + value + "; it must be " + least + " to " + most);
        }
        return value;
    }

    /** The values in their own order; one that stands twice is refused, as the {@code kind} of thing it is. */
    public static <T extends Comparable<? super T>> List<T> distinct(String field, String kind, Collection<T> values) {
        List<T> sorted = values.stream().sorted().toList();
        for (int at = 1; at < sorted.size(); at++) {
            if (sorted.get(at).equals(sorted.get(at - 1))) {
                throw new InvalidValueException(field, "names " + kind + " " + sorted.get(at) + " twice; name it once");
            }
        }
        return sorted;
    }

    /** Words from elsewhere, such as a hypervisor's, cut so that no record grows out of bounds by them. */
    public static String cut(String words) {
        if (words.length() <= WORDS) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(WORDS - 2)) ? WORDS - 2 : WORDS - 1;
        return words.substring(0, end) + "…";
    }

    /** Without a regular expression: some ten names stand in every message. */
    private static boolean isName(String value) {
        for (int at = 0; at < value.length(); at++) {
            char one = value.charAt(at);
            boolean inside = at > 0 && (one == '.' || one == '_' || one == ':' || one == '-');
            if (!inside && !isLetterOrDigit(one)) {
                return false;
            }
        }
        return !value.isEmpty();
    }

    private static boolean isLetterOrDigit(char one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
    }

    private static String shown(String value) {
        String cut = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
