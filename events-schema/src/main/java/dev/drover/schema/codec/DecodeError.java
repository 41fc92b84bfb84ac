package dev.drover.schema.codec;

/**
 * Why a record can't be read. {@link #explain()} says it to a person. What it repeats of the record is cut short, so
 * that the reason fits wherever the record would not.
 */
public sealed interface DecodeError {
    /** One line that names the field and what is allowed. */
    String explain();

    /** Longer than a record of its kind may be. */
    record TooLarge(long bytes, long limit) implements DecodeError {
        @Override
        public String explain() {
            return "the record holds " + bytes + " bytes; at most " + limit + " are allowed";
        }
    }

    /** Not JSON, or not a CloudEvent. */
    record Malformed(String detail) implements DecodeError {
        /** Cuts it short. */
        public Malformed {
            detail = Excerpt.of(detail, 300);
        }

        @Override
        public String explain() {
            return "the record can't be parsed: " + detail;
        }
    }

    /** A type that does not belong here, or that nobody knows. */
    record UnknownType(String type) implements DecodeError {
        /** Cuts it short. */
        public UnknownType {
            type = Excerpt.of(type, 100);
        }

        @Override
        public String explain() {
            return "type '" + type + "' is not known here";
        }
    }

    /** Written by a newer Drover. */
    record NewerVersion(String type, long version, int known) implements DecodeError {
        @Override
        public String explain() {
            return "type '" + type + "' has version " + version + "; this program knows it up to " + known
                    + ": upgrade it";
        }
    }

    /** The envelope lacks something. */
    record MissingAttribute(String attribute) implements DecodeError {
        @Override
        public String explain() {
            return "attribute '" + attribute + "' is missing";
        }
    }

    /** A field is missing, unknown, of the wrong type or out of range. */
    record InvalidValue(String field, String problem) implements DecodeError {
        /** Cuts both short. */
        public InvalidValue {
            field = Excerpt.of(field, 200);
            problem = Excerpt.of(problem, 500);
        }

        @Override
        public String explain() {
            return field + ": " + problem;
        }
    }
}
