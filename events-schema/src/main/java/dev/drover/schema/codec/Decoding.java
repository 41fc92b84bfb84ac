package dev.drover.schema.codec;

import java.util.function.Function;

/** What came of reading a record: a value, or the reason why there is none. */
public sealed interface Decoding<T> {
    /** It was read. */
    record Decoded<T>(T value) implements Decoding<T> {}

    /** It can't be read. */
    record Undecodable<T>(DecodeError error) implements Decoding<T> {}

    /** Goes on with the value, if there is one. */
    default <R> Decoding<R> then(Function<? super T, Decoding<R>> next) {
        return switch (this) {
            case Decoded<T>(T value) -> next.apply(value);
            case Undecodable<T>(DecodeError error) -> new Undecodable<>(error);
        };
    }

    /** The value, or what {@code otherwise} makes of the error (it may throw). */
    default T orElse(Function<DecodeError, ? extends T> otherwise) {
        return switch (this) {
            case Decoded<T>(T value) -> value;
            case Undecodable<T>(DecodeError error) -> otherwise.apply(error);
        };
    }
}
