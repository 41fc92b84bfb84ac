package dev.drover.scheduler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.codec.DecodeError;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.event.SetAsideReason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RejectionTest {
    @Test
    void whatever_cannot_be_read_has_a_reason_for_programs_and_one_for_people() {
        assertThat(Rejection.of(new DecodeError.TooLarge(9, 8)))
                .isEqualTo(rejection(SetAsideReason.TOO_LARGE, "", "the record holds 9 bytes; at most 8 are allowed"));
        assertThat(Rejection.of(new DecodeError.Malformed("no JSON")))
                .isEqualTo(rejection(SetAsideReason.MALFORMED, "", "the record can't be parsed: no JSON"));
        assertThat(Rejection.of(new DecodeError.UnknownType("x")))
                .isEqualTo(rejection(SetAsideReason.UNKNOWN_TYPE, "", "type 'x' is not known here"));
        assertThat(Rejection.of(new DecodeError.NewerVersion("x", 2, 1)))
                .isEqualTo(rejection(
                        SetAsideReason.NEWER_VERSION,
                        "",
                        "type 'x' has version 2; this program knows it up to 1: upgrade it"));
        assertThat(Rejection.of(new DecodeError.MissingAttribute("ce_id")))
                .isEqualTo(rejection(SetAsideReason.MISSING_ATTRIBUTE, "ce_id", "attribute 'ce_id' is missing"));
        assertThat(Rejection.of(new DecodeError.InvalidValue("window.to", "is before window.from")))
                .isEqualTo(rejection(SetAsideReason.INVALID_VALUE, "window.to", "window.to: is before window.from"));
    }

    @Test
    void a_mistake_of_ours_is_called_one() {
        assertThat(Rejection.of(new IllegalStateException("nobody thought of this")))
                .isEqualTo(rejection(
                        SetAsideReason.MISTAKE,
                        "",
                        "Drover can't deal with it, which is Drover's mistake:"
                                + " java.lang.IllegalStateException: nobody thought of this"));
    }

    private static InputSetAside rejection(SetAsideReason reason, String field, String why) {
        return new InputSetAside(reason, field.isEmpty() ? Optional.empty() : Optional.of(field), why);
    }
}
