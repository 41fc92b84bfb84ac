package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.message.Message;
import dev.drover.schema.sample.Wire;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of good JSON whose fields are wrong: each error names the field and what it must be. */
class BodyFieldsTest {
    private static final String WHOLE = "must be a whole number up to 9223372036854775807";
    private static final String TIME = "a time such as 2026-01-31T12:00:00Z";
    private static final String STATES = "one of RUNNING, PAUSED, INCOMING, LEAVING, SHUT_OFF, MIGRATED_AWAY";
    private static final String KNOWN =
            "is not a known field; known are afterwards, deadline, intent, priority, target, window";
    private static final String RULE = "it must start with a letter or digit and go on with those or . _ : -";

    @Test
    void a_missing_field() {
        assertInvalid("rate-applied", "\"attempt\":2,", "", "attempt", "is missing");
        assertInvalid(
                "migration-ended", "\"durationMillis\":48210,", "", "verdict.figures.durationMillis", "is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "{}", "[7]", "\"7\"", "\"\"", "{\"value\":7}"})
    void anything_but_a_number_for_a_number(String other) {
        assertInvalid("rate-applied", "2348810240", other, "rateBitsPerSecond", WHOLE);
        assertInvalid("migration-ended", ":5}", ":" + other + "}", "verdict.figures.iterations", WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.0", "5.5", "5e0", "1e400"})
    void a_fraction_for_a_whole_number(String fraction) {
        assertInvalid("rate-applied", "2348810240", fraction, "rateBitsPerSecond", WHOLE);
        assertInvalid("migration-ended", ":5}", ":" + fraction + "}", "verdict.figures.iterations", WHOLE);
        assertInvalid(
                "migration-ended",
                "48210",
                fraction,
                "verdict.figures.durationMillis",
                "must be a whole number of milliseconds, 0 or more");
    }

    @Test
    void a_number_that_is_too_big() {
        String big = "9223372036854775808";
        String range = "is out of range; it " + WHOLE;

        assertInvalid("rate-applied", "2348810240", big, "rateBitsPerSecond", WHOLE);
        assertInvalid("migration-ended", ":5}", ":" + big + "}", "verdict.figures.iterations", range);
        assertInvalid("migration-ended", "48210", big, "verdict.figures.durationMillis", range);
    }

    @Test
    void a_number_that_is_too_small() {
        assertInvalid("rate-applied", "2348810240", "-1", "rateBitsPerSecond", "is -1; it must be at least 0");
        assertInvalid("rate-applied", ":2,", ":0,", "attempt", "is 0; it must be at least 1");
        assertInvalid(
                "inventory",
                "8589934592",
                "-8589934592",
                "facts.vms[0].memoryBytes",
                "is -8589934592; it must be at least 0");
        assertInvalid(
                "migration-ended",
                "48210",
                "-48210",
                "verdict.figures.durationMillis",
                "is PT-48.21S; it must be a whole number of milliseconds, 0 or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "true", "[]", "{}", "[\"m-1\"]"})
    void anything_but_text_for_text(String other) {
        assertInvalid("rate-applied", "\"m-000042\"", other, "migration", "must be text");
        assertInvalid("migration-ended+unclear", "\"post-copy failed\"", other, "verdict.detail", "must be text");
    }

    @Test
    void a_bad_id() {
        assertInvalid("rate-applied", "m-000042", "", "migration", "is ''; " + RULE);
        assertInvalid("rate-applied", "m-000042", "  ", "migration", "is '  '; " + RULE);
        assertInvalid("rate-applied", "m-000042", "../etc", "migration", "is '../etc'; " + RULE);
        assertInvalid("rate-applied", "m-000042", "m\\u0000\\n1", "migration", "is 'm??1'; " + RULE);
        assertInvalid("rate-applied", "m-000042", "\\ud800", "migration", "is '?'; " + RULE);
        assertInvalid(
                "rate-applied",
                "m-000042",
                "m".repeat(129),
                "migration",
                "is 129 characters long; at most 128 are allowed");
    }

    @Test
    void half_a_character_which_could_not_be_written_again() {
        String words = "holds half a character (an unpaired surrogate); remove it";

        assertInvalid("migration-ended+unclear", "post-copy", "\\ud83d", "verdict.detail", words);
        assertInvalid("migration-ended+unclear", "post-copy", "\\ude00\\ud83d", "verdict.detail", words);
        assertInvalid("inventory", "db-7", "\\udfff", "facts.vms[1].name", words);
        assertRead("migration-ended+unclear", "post-copy", "\\ud83d\\ude00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "vm-1", "6f1b2c3d-0000-4000-8000-00000000000g", "6f1b2c3d-0000-4000-8000-0000000000001"})
    void a_vm_that_is_no_uuid(String other) {
        assertInvalid(
                "vm-observed",
                "6f1b2c3d-0000-4000-8000-000000000001",
                other,
                "vm",
                "is not a UUID such as 6f1b2c3d-0000-4000-8000-000000000001");
    }

    @Test
    void a_uuid_in_short_which_java_would_take() {
        assertInvalid(
                "vm-observed",
                "6f1b2c3d-0000-4000-8000-000000000001",
                "1-1-1-1-1",
                "vm",
                "is not a UUID in its full form of 36 characters");
    }

    @Test
    void a_uuid_in_capitals_is_the_same_vm() {
        Wire capitals = report("vm-observed").edited(body -> body.replace("6f1b2c3d", "6F1B2C3D"));

        assertThat(capitals.body()).contains("6F1B2C3D");
        assertThat(capitals.read()).isEqualTo(new Decoding.Decoded<>(capitals.original()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "1769860800", "1e999999", "true", "{}"})
    void anything_but_text_for_a_time(String other) {
        assertInvalid(event("migration-confirmed"), "\"2026-01-31T12:05:30Z\"", other, "dueAt", "must be " + TIME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "2026-01-31",
                "2026-02-30T12:00:00Z",
                "2026-01-31T12:00:00",
                "2026-01-31T24:00:00Z",
                "2026-01-31T23:59:60Z",
                "2026-01-31T12:00:00.Z",
                "2026-01-31t12:00:00z",
                "+02026-01-31T12:00:00Z",
                "2026-01-31T12:00:00+01:00:30"
            })
    void text_that_is_no_time(String text) {
        assertInvalid(
                event("migration-confirmed"),
                "2026-01-31T12:05:30Z",
                text,
                "dueAt",
                "is '" + text + "'; it must be " + TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void a_time_that_would_not_fit_everywhere(String text) {
        assertInvalid(
                event("migration-confirmed"),
                "2026-01-31T12:05:30Z",
                text,
                "dueAt",
                "is " + text + "; it must lie in the years 1970 to 9999");
    }

    @Test
    void a_time_with_an_offset_is_the_same_time() {
        Wire offset = event("migration-confirmed").edited(body -> body.replace("12:05:30Z", "13:05:30+01:00"));

        assertThat(offset.body()).contains("+01:00");
        assertThat(offset.read()).isEqualTo(new Decoding.Decoded<>(offset.original()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "0", "\"true\"", "\"\""})
    void anything_but_a_boolean_for_a_boolean(String other) {
        assertInvalid("vm-observed", "true", other, "jobActive", "must be true or false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "paused", " PAUSED ", "0", "EXPLODED"})
    void an_unknown_name(String name) {
        assertInvalid(
                "migration-ended+unclear", "PAUSED", name, "verdict.state", "is '" + name + "'; it must be " + STATES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "1", "true", "[]"})
    void anything_but_a_name_for_a_name(String other) {
        assertInvalid("migration-ended+unclear", "\"PAUSED\"", other, "verdict.state", "must be " + STATES);
    }

    @Test
    void an_unknown_kind() {
        String unknown = "is of kind 'exploded', which is not known here";

        assertInvalid("migration-ended+unclear", "\"unclear\"", "\"exploded\"", "verdict", unknown);
        assertInvalid(event("intent-accepted"), "evacuate-hosts", "exploded", "accepted", unknown);
        assertInvalid(
                "migration-ended+unclear",
                "\"kind\":\"unclear\",",
                "",
                "verdict",
                "must be an object that names its 'kind'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"transferred\",{}]", "[\"transferred\",null]", "[]"})
    void a_kind_in_a_list_which_jackson_would_take(String list) {
        assertInvalid("migration-ended+no-figures", "{\"kind\":\"transferred\"}", list, "verdict", "must be an object");
    }

    @Test
    void the_kind_may_stand_anywhere_in_its_object() {
        Wire wire = report("migration-ended+unclear")
                .edited(body -> body.replace("\"kind\":\"unclear\",", "")
                        .replace("\"post-copy failed\"", "\"post-copy failed\",\"kind\":\"unclear\""));

        assertThat(wire.body()).endsWith("\"kind\":\"unclear\"}}");
        assertThat(wire.read()).isEqualTo(new Decoding.Decoded<>(wire.original()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "5", "\"\"", "{}"})
    void anything_but_a_list_for_a_list(String other) {
        assertInvalid("inventory+empty", "[]", other, "facts.vms", "must be a list");
    }

    @Test
    void a_list_that_holds_something_else() {
        assertInvalid("inventory+empty", "[]", "[null]", "facts.vms[0]", "must be an object");
        assertInvalid("inventory+empty", "[]", "[null,null]", "facts.vms[0]", "must be an object");
        assertInvalid("inventory+empty", "[]", "[[]]", "facts.vms[0]", "must be an object");
        assertInvalid(event("intent-ended+completed"), "[]", "[null]", "left[0]", "must be an object");
    }

    @Test
    void an_unknown_field_is_refused_where_people_write() {
        Wire intent = Wire.of("dev.drover.intent.evacuate-hosts")
                .edited(body -> body.replaceFirst("\\{", "{\"dedline\":\"2h\","));

        assertThat(intent.error()).isEqualTo(new DecodeError.InvalidValue("dedline", KNOWN));
        assertThat(intent.error().explain()).isEqualTo("dedline: " + KNOWN);
    }

    @Test
    void an_unknown_field_deeper_down_is_refused_there_too() {
        Wire intent = Wire.of("dev.drover.intent.evacuate-hosts")
                .edited(body -> body.replace("\"kind\"", "\"racks\":[],\"kind\""));

        assertThat(intent.error())
                .isEqualTo(new DecodeError.InvalidValue("target.racks", "is not a known field; known are hosts"));
    }

    @Test
    void an_unknown_field_is_skipped_where_programs_write() {
        assertRead("rate-applied", "{", "{\"later\":{\"a\":[1,{}]},");
        assertRead(event("intent-accepted"), "\"hosts\":", "\"later\":1e999999,\"hosts\":");
    }

    @Test
    void what_may_be_absent_may_also_be_null() {
        Wire wire = report("vm-observed+unknown").edited(body -> body.replace("{", "{\"state\":null,"));

        assertThat(wire.read()).isEqualTo(new Decoding.Decoded<>(wire.original()));
    }

    private static Wire report(String name) {
        return Wire.of("dev.drover.report." + name);
    }

    private static Wire event(String name) {
        return Wire.of("dev.drover.event." + name);
    }

    private static void assertInvalid(String report, String old, String changed, String field, String problem) {
        assertInvalid(report(report), old, changed, field, problem);
    }

    private static void assertInvalid(Wire wire, String old, String changed, String field, String problem) {
        assertThat(wire.body()).contains(old);
        assertThat(wire.edited(body -> body.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(changed)))
                        .error())
                .isEqualTo(new DecodeError.InvalidValue(field, problem));
    }

    private static void assertRead(String report, String old, String changed) {
        assertRead(report(report), old, changed);
    }

    private static void assertRead(Wire wire, String old, String changed) {
        Wire edited = wire.edited(body -> body.replace(old, changed));
        Decoding<? extends Message> read = edited.read();

        assertThat(edited.body()).isNotEqualTo(wire.body());
        assertThat(read).isInstanceOf(Decoding.Decoded.class);
    }
}
