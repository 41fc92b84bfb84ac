package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attributes that are missing or wrong: each error names the attribute. */
class EnvelopeErrorsTest {
    private static final String INTENT = "dev.drover.intent.evacuate-hosts";
    private static final String REPORT = "dev.drover.report.rate-applied";
    private static final String EVENT = "dev.drover.event.rate-granted";
    private static final String COMMAND = "dev.drover.command.set-rate";
    private static final String LEASES = "dev.drover.command.leases-valid-until";
    private static final String TELEMETRY = "dev.drover.telemetry.migration-progress";
    private static final List<String> ONE_OF_EACH = List.of(INTENT, REPORT, EVENT, COMMAND, LEASES, TELEMETRY);
    private static final String RULE = "it must start with a letter or digit and go on with those or . _ : -";

    @Test
    void an_unknown_type() {
        ONE_OF_EACH.forEach(sample -> {
            DecodeError error = Wire.of(sample)
                    .with("ce_type", "dev.drover.report.rate-aplied")
                    .error();

            assertThat(error).isEqualTo(new DecodeError.UnknownType("dev.drover.report.rate-aplied"));
            assertThat(error.explain()).isEqualTo("type 'dev.drover.report.rate-aplied' is not known here");
        });
    }

    @Test
    void a_type_of_another_family_is_unknown_too() {
        ONE_OF_EACH.forEach(sample -> {
            String other = sample.equals(EVENT) ? COMMAND : EVENT;

            assertThat(Wire.of(sample).with("ce_type", other).error()).isEqualTo(new DecodeError.UnknownType(other));
        });
    }

    @Test
    void an_unknown_type_is_said_before_anything_that_its_envelope_lacks() {
        assertThat(Wire.of(INTENT).with("ce_type", "dev.drover.intent.dance").error())
                .isEqualTo(new DecodeError.UnknownType("dev.drover.intent.dance"));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 2_147_483_648L, Long.MAX_VALUE})
    void a_newer_version(long version) {
        ONE_OF_EACH.forEach(sample -> {
            DecodeError error = Wire.of(sample)
                    .with("ce_typeversion", Long.toString(version))
                    .error();

            assertThat(error).isEqualTo(new DecodeError.NewerVersion(sample, version, 1));
            assertThat(error.explain())
                    .isEqualTo("type '" + sample + "' has version " + version
                            + "; this program knows it up to 1: upgrade it");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void a_version_below_the_first(String version) {
        assertThat(Wire.of(REPORT).with("ce_typeversion", version).error())
                .isEqualTo(new DecodeError.InvalidValue("typeversion", "is " + version + "; it must be at least 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                dev.drover.intent.evacuate-hosts         | typeversion time zone actor
                dev.drover.report.rate-applied           | typeversion time zone actor host incarnation sequence
                dev.drover.event.rate-granted            | typeversion time zone actor epoch host incarnation sequence
                dev.drover.command.set-rate              | typeversion time zone actor host migration attempt sequence epoch expiresat
                dev.drover.command.leases-valid-until    | typeversion time zone actor epoch
                dev.drover.telemetry.migration-progress  | typeversion time zone actor host
                """)
    void a_missing_attribute(String sample, String attributes) {
        for (String attribute : attributes.split(" ")) {
            DecodeError error = Wire.of(sample).without("ce_" + attribute).error();

            assertThat(error).isEqualTo(new DecodeError.MissingAttribute(attribute));
            assertThat(error.explain()).isEqualTo("attribute '" + attribute + "' is missing");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "report.rate-applied,   typeversion", "report.rate-applied, incarnation", "report.rate-applied, sequence",
        "event.rate-granted,    typeversion", "event.rate-granted,  epoch", "event.rate-granted,  inboxoffset",
        "command.set-rate,      attempt", "command.set-rate,    sequence", "command.set-rate,    epoch"
    })
    void an_attribute_that_is_no_number(String sample, String attribute) {
        for (String text : List.of("", "many", "1.0", "1e3", "+1", "01", " 1", "-0", "٣", "9223372036854775808")) {
            assertThat(Wire.of("dev.drover." + sample)
                            .with("ce_" + attribute, text)
                            .error())
                    .isEqualTo(new DecodeError.InvalidValue(
                            attribute, "is '" + text + "'; it must be a whole number up to 9223372036854775807"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "report.rate-applied, incarnation, 0, 1", "report.rate-applied, sequence, 0, 1",
        "event.rate-granted, epoch, -1, 0", "event.rate-granted, inboxoffset, -1, 0",
        "command.set-rate, attempt, 0, 1", "command.set-rate, epoch, -9223372036854775808, 0"
    })
    void an_attribute_that_is_too_small(String sample, String attribute, String value, String least) {
        assertThat(Wire.of("dev.drover." + sample)
                        .with("ce_" + attribute, value)
                        .error())
                .isEqualTo(new DecodeError.InvalidValue(attribute, "is " + value + "; it must be at least " + least));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1769860800", "2026-01-31", "2026-02-30T12:00:00Z"})
    void an_attribute_that_is_no_time(String text) {
        assertThat(Wire.of(COMMAND).with("ce_expiresat", text).error())
                .isEqualTo(new DecodeError.InvalidValue(
                        "expiresat", "is '" + text + "'; it must be a time such as 2026-01-31T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "-1000000000-12-31T06:00:00Z"})
    void a_time_that_would_not_fit_everywhere(String text) {
        DecodeError error =
                new DecodeError.InvalidValue("expiresat", "is " + text + "; it must lie in the years 1970 to 9999");

        assertThat(Wire.of(COMMAND).with("ce_expiresat", text).error()).isEqualTo(error);
    }

    @Test
    void a_head_of_another_age() {
        assertThat(Wire.of(INTENT)
                        .with("ce_time", "-999999999-01-01T00:00:00+18:00")
                        .error())
                .isEqualTo(new DecodeError.InvalidValue(
                        "time", "is -1000000000-12-31T06:00:00Z; it must lie in the years 1970 to 9999"));
    }

    @ParameterizedTest
    @CsvSource({
        "zone, zone, 64",
        "actor, actor, 200",
        "causationid, causationid, 200",
        "correlationid, correlationid, 200",
        "host, host, 128",
        "id, message id, 200"
    })
    void a_bad_id(String attribute, String field, int longest) {
        for (String text : List.of("", "  ", "../x", "a b", "a/b", "ä", "a\nb", "-a", "_a")) {
            assertThat(Wire.of(REPORT).with("ce_" + attribute, text).error())
                    .isEqualTo(new DecodeError.InvalidValue(field, "is '" + text.replace('\n', '?') + "'; " + RULE));
        }
        assertThat(Wire.of(REPORT)
                        .with("ce_" + attribute, "a".repeat(longest + 1))
                        .error())
                .isEqualTo(new DecodeError.InvalidValue(
                        field, "is " + (longest + 1) + " characters long; at most " + longest + " are allowed"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', is blank; give it some text",
        "' ', is blank; give it some text",
        "a\tb, holds a control character; remove it"
    })
    void a_reason_that_is_not_fit_to_be_shown(String reason, String problem) {
        assertThat(Wire.of(INTENT).with("ce_reason", reason).error())
                .isEqualTo(new DecodeError.InvalidValue("reason", problem));
    }

    @Test
    void a_reason_that_is_too_long() {
        assertThat(Wire.of(INTENT).with("ce_reason", "a".repeat(501)).error())
                .isEqualTo(new DecodeError.InvalidValue("reason", "is 501 characters long; at most 500 are allowed"));
    }

    @Test
    void not_a_cloudevent() {
        ONE_OF_EACH.forEach(sample -> assertThat(
                        Wire.of(sample).without("ce_specversion").error().explain())
                .isEqualTo("the record can't be parsed: it is no CloudEvent: header 'ce_specversion' is not 1.0"));
    }

    @Test
    void attributes_of_strangers_are_ignored() {
        assertThat(Wire.of(REPORT)
                        .with("ce_traceparent", "00-4bf9")
                        .with("traceid", "7")
                        .read())
                .isEqualTo(new Decoding.Decoded<>(Samples.of(REPORT)));
    }

    @Test
    void an_error_stays_short_however_long_the_attribute() {
        assertThat(Wire.of(REPORT).with("ce_type", "x".repeat(500_000)).error().explain())
                .hasSizeLessThan(200);
        assertThat(Wire.of(REPORT)
                        .with("ce_host", "x y".repeat(500_000))
                        .error()
                        .explain())
                .hasSizeLessThan(200);
        assertThat(Wire.of(REPORT).with("ce_time", "x".repeat(500_000)).error().explain())
                .hasSizeLessThan(400);
    }
}
