package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not the JSON they should be. */
class BodySyntaxTest {
    private static final String TYPE = "dev.drover.report.rate-applied";
    private static final String GOOD = "{\"migration\":\"m-1\",\"attempt\":1,\"command\":7,\"rateBitsPerSecond\":5}";

    @Test
    void the_body_that_these_tests_spoil_is_good() {
        assertThat(Wire.of(TYPE).holding(GOOD).read()).isInstanceOf(Decoding.Decoded.class);
    }

    @Test
    void too_large() {
        byte[] large = (" ".repeat(Bodies.MAX_INBOX_BYTES) + GOOD).getBytes(StandardCharsets.UTF_8);

        assertThat(Wire.of(TYPE).holding(large).error()).isEqualTo(new DecodeError.TooLarge(393281, 393_216));
        assertThat(Wire.of(TYPE).holding(large).error().explain())
                .isEqualTo("the record holds 393281 bytes; at most 393216 are allowed");
    }

    @Test
    void the_largest_that_is_allowed_is_read() {
        assertThat(Wire.of(TYPE)
                        .holding(" ".repeat(Bodies.MAX_INBOX_BYTES - GOOD.length()) + GOOD)
                        .read())
                .isInstanceOf(Decoding.Decoded.class);
    }

    @Test
    void too_deep_even_where_nobody_looks() {
        String deep = GOOD.replace("{", "{\"later\":" + "[".repeat(40) + "]".repeat(40) + ",");

        assertMalformed(deep, "Document nesting depth (33) exceeds the maximum allowed (32)");
    }

    @Test
    void too_deep_and_never_closed() {
        assertMalformed(
                "{\"later\":" + "{\"a\":".repeat(70_000),
                "Document nesting depth (33) exceeds the maximum allowed (32)");
    }

    @Test
    void as_deep_as_is_allowed_is_read() {
        String deep = GOOD.replace("{", "{\"later\":" + "[".repeat(31) + "]".repeat(31) + ",");

        assertThat(Wire.of(TYPE).holding(deep).read()).isInstanceOf(Decoding.Decoded.class);
    }

    @Test
    void not_json() {
        assertMalformed(
                "<rate>5</rate>",
                "Unexpected character ('<' (code 60)): expected a valid value"
                        + " (JSON String, Number, Array, Object or token 'null', 'true' or 'false')");
    }

    @Test
    void a_comment() {
        assertThat(explained("/* five */" + GOOD)).contains("Unexpected character ('/' (code 47))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t "})
    void empty(String nothing) {
        assertThat(Wire.of(TYPE).holding(nothing).error())
                .isEqualTo(
                        nothing.isEmpty()
                                ? new DecodeError.Malformed("it has no data")
                                : new DecodeError.Malformed("it is empty"));
    }

    @Test
    void a_tombstone() {
        assertThat(new Wire(Samples.of(TYPE), Wire.of(TYPE).headers(), null).error())
                .isEqualTo(new DecodeError.Malformed("it has no data"));
    }

    @Test
    void null_as_the_whole_body() {
        assertMalformed("null", "it is null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "\"m-1\"", "true"})
    void anything_but_an_object(String other) {
        assertMalformed(other, "it is not a JSON object");
    }

    @Test
    void truncated_anywhere() {
        for (int length = 1; length < GOOD.length(); length++) {
            assertThat(explained(GOOD.substring(0, length)))
                    .startsWith("the record can't be parsed: Unexpected end-of-input")
                    .doesNotContain("Source", "start marker");
        }
    }

    @Test
    void more_behind_the_end() {
        assertMalformed(GOOD + GOOD, "something follows behind its end");
        assertMalformed(GOOD + " 1", "something follows behind its end");
        assertThat(explained(GOOD + "]")).contains("Unexpected close marker ']'");
    }

    @Test
    void a_field_that_stands_twice() {
        assertMalformed(GOOD.replace("}", ",\"attempt\":2}"), "Duplicate field 'attempt'");
        assertMalformed(GOOD.replace("}", ",\"later\":{\"a\":1,\"a\":1}}"), "Duplicate field 'a'");
    }

    @Test
    void a_number_of_too_many_digits() {
        assertMalformed(GOOD.replace("5", "1".repeat(31)), "Number value length (31) exceeds the maximum allowed (30)");
        assertMalformed(
                GOOD.replace("}", ",\"later\":" + "1".repeat(350_000) + "}"),
                "Number value length (350000) exceeds the maximum allowed (30)");
    }

    static Stream<byte[]> otherEncodings() {
        return Stream.of(
                GOOD.getBytes(StandardCharsets.UTF_16BE),
                GOOD.getBytes(StandardCharsets.UTF_16LE),
                GOOD.getBytes(StandardCharsets.UTF_16),
                GOOD.getBytes(Charset.forName("UTF-32")),
                ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8),
                GOOD.replace("m-1", "ä").getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {0, 0, 0, '{', 0x7f, 0, 0, 0},
                new byte[] {0, 0, '{', 0},
                new byte[4]);
    }

    @ParameterizedTest
    @MethodSource("otherEncodings")
    void any_encoding_but_utf_8(byte[] bytes) {
        assertThat(Wire.of(TYPE).holding(bytes).error()).isInstanceOf(DecodeError.Malformed.class);
    }

    @Test
    void what_an_error_repeats_of_the_record_is_cut_short_and_made_harmless() {
        String long_ = explained("{\"" + "x".repeat(40_000) + "\":1,\"" + "x".repeat(40_000) + "\":1}");
        String strange = new DecodeError.InvalidValue("a\u0000b\u2028c", "\ud800\r\nd").explain();

        assertThat(long_).hasSizeLessThan(400).endsWith("x…");
        assertThat(strange).isEqualTo("a?b?c: ???d");
    }

    private static void assertMalformed(String body, String detail) {
        assertThat(Wire.of(TYPE).holding(body).error()).isEqualTo(new DecodeError.Malformed(detail));
        assertThat(explained(body)).isEqualTo("the record can't be parsed: " + detail);
    }

    private static String explained(String body) {
        return Wire.of(TYPE).holding(body).error().explain();
    }
}
