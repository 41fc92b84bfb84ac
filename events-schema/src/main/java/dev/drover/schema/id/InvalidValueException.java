package dev.drover.schema.id;

/** A value that can't be what its type promises. The message names the field, what was given and what is allowed. */
public final class InvalidValueException extends IllegalArgumentException {
    private final String field;
    private final String problem;

    /** {@code problem} completes the sentence that begins with the field's name. */
    public InvalidValueException(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
        this.problem = problem;
    }

    /** The field at fault, in the words of the vocabulary. */
    public String field() {
        return field;
    }

    /** What is wrong with it and what is allowed. */
    public String problem() {
        return problem;
    }
}
