package dev.drover.schema.codec;

/** Carries a {@link DecodeError} out of the depth of a decoder; it never leaves this package. */
final class UndecodableException extends RuntimeException {
    private final transient DecodeError error;

    UndecodableException(DecodeError error) {
        super(error.explain());
        this.error = error;
    }

    DecodeError error() {
        return error;
    }
}
