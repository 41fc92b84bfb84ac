package dev.drover.schema.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
    private static final String RULE = "; it must start with a letter or digit and go on with those or . _ : -";

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "r1-h1", "node.example.org", "operator:anna", "m_1", "a..b", "A-"})
    void a_name_of_letters_digits_and_four_signs_is_given_back(String name) {
        assertThat(Check.name("host", name, 20)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "-a", ".", "..", "_a", ":a", "a b", "a/b", "../a", "a\\b", "a%", "ä", "a\u0661", "a\u200b"
            })
    void any_other_name_is_refused_and_shown(String name) {
        assertRefused(() -> Check.name("host", name, 20), "is '" + name + "'" + RULE);
    }

    @Test
    void a_name_is_shown_on_one_line_and_cut_short() {
        assertRefused(() -> Check.name("host", "a\nb\u0000", 20), "is 'a?b?'" + RULE);
        assertRefused(() -> Check.name("host", "/".repeat(99), 100), "is '" + "/".repeat(40) + "…'" + RULE);
    }

    @Test
    void a_name_has_a_longest() {
        assertThat(Check.name("host", "a".repeat(20), 20)).hasSize(20);
        assertRefused(() -> Check.name("host", "a".repeat(21), 20), "is 21 characters long; at most 20 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "Lüfter tauschen", "/etc/../x", "\ud83d\ude00", "a\u2028b"})
    void text_may_hold_nearly_anything(String text) {
        assertThat(Check.text("reason", text, 20)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void text_is_not_blank(String text) {
        assertRefused(() -> Check.text("reason", text, 20), "is blank; give it some text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000", "\u001b[31m", "\u007f", "\u0085"})
    void text_holds_no_control_character(String text) {
        assertRefused(() -> Check.text("reason", text, 20), "holds a control character; remove it");
    }

    @Test
    void text_holds_no_half_character() {
        String words = "holds half a character (an unpaired surrogate); remove it";

        assertRefused(() -> Check.text("reason", "a\ud83d", 20), words);
        assertRefused(() -> Check.text("reason", "\ude00a", 20), words);
        assertRefused(() -> Check.text("reason", "\ude00\ud83d", 20), words);
    }

    @Test
    void text_has_a_longest() {
        assertThat(Check.text("reason", "a".repeat(20), 20)).hasSize(20);
        assertRefused(() -> Check.text("reason", "a".repeat(21), 20), "is 21 characters long; at most 20 are allowed");
    }

    @Test
    void a_number_has_a_least() {
        assertThat(Check.atLeast("epoch", 3, 3)).isEqualTo(3);
        assertRefused(() -> Check.atLeast("reason", 2, 3), "is 2; it must be at least 3");
    }

    @Test
    void values_are_sorted_and_stand_once_each() {
        assertThat(Check.distinct("host", "letter", List.of("c", "a", "b"))).containsExactly("a", "b", "c");
        assertThat(Check.distinct("host", "letter", List.<String>of())).isEmpty();
        assertRefused(
                () -> Check.distinct("host", "letter", List.of("c", "a", "c", "b")),
                "names letter c twice; name it once");
    }

    private static void assertRefused(ThrowingCallable call, String problem) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidValueException.class, refused -> {
            assertThat(refused.field()).isIn("host", "reason");
            assertThat(refused.problem()).isEqualTo(problem);
            assertThat(refused).hasMessage(refused.field() + " " + problem);
        });
    }
}
