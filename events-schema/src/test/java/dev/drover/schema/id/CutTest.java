package dev.drover.schema.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words from elsewhere don't make a record grow out of bounds. */
class CutTest {
    @Test
    void short_words_stay_as_they_are() {
        assertThat(Check.cut("x".repeat(400))).isEqualTo("x".repeat(400));
    }

    @Test
    void longer_ones_end_in_an_ellipsis() {
        assertThat(Check.cut("x".repeat(401))).isEqualTo("x".repeat(399) + "…");
    }

    @Test
    void no_character_is_cut_in_half() {
        String cut = Check.cut("x".repeat(398) + "\ud83d\ude00".repeat(2));

        assertThat(cut).isEqualTo("x".repeat(398) + "…");
        assertThat(Check.holdsHalfCharacter(cut)).isFalse();
    }
}
