package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.sample.Wire;
import org.junit.jupiter.api.Test;

/** Where a record refuses one of its several fields, the error names it as it stands in the JSON. */
class RecordFieldsTest {
    @Test
    void a_field_of_the_whole_body() {
        assertInvalid(
                "pause-intent",
                "\"evacuate-r1-h1\"",
                "\"anna-4711-2\"",
                "target",
                "is anna-4711-2, this intent itself; name the one it is about, or give this one another id");
        assertInvalid(
                "resolve-migration",
                "virsh list on",
                " ".repeat(500),
                "evidence",
                "is 547 characters long;" + " at most 500 are allowed");
        assertInvalid(
                "evacuate-hosts",
                "\"deadline\":\"2026-01-31T12:05:30Z\"",
                "\"deadline\":\"2026-01-31T11:59:59Z\"",
                "deadline",
                "is 2026-01-31T11:59:59Z, before the window begins at 2026-01-31T12:00:00.123456789Z;"
                        + " set a later one, or an earlier window");
    }

    @Test
    void a_field_of_a_part() {
        assertInvalid(
                "evacuate-hosts", "\"r2-h4\"", "\"r1-h1\"", "target.hosts", "names host r1-h1 twice; name it once");
        assertInvalid(
                "evacuate-hosts",
                "\"until\":\"2026-01-31T12:05:30Z\"",
                "\"until\":\"2026-01-31T12:00:00Z\"",
                "window.until",
                "is 2026-01-31T12:00:00Z; it must be later than from, 2026-01-31T12:00:00.123456789Z");
        assertInvalid("change-topology", "\"r2\"", "\"r1\"", "topology.racks", "names rack r1 twice; name it once");
    }

    @Test
    void a_field_whose_name_bears_its_unit() {
        assertInvalid(
                "change-topology",
                "80000000000",
                "0",
                "topology.racks[0].uplinkRxBitsPerSecond",
                "is 0 bit/s; give what the uplink can carry");
        assertInvalid(
                "change-policy",
                "\"commandLifeMillis\":30000",
                "\"commandLifeMillis\":4000",
                "policy.commandLifeMillis",
                "is PT4S; it must be longer than twice the skew, PT4S: lengthen it, or lower the skew");
    }

    @Test
    void a_small_number() {
        String whole = "must be a whole number up to 2147483647";

        assertInvalid(
                "change-policy",
                "\"attempts\":3",
                "\"attempts\":0",
                "policy.attempts",
                "is 0; it must be at least" + " 1");
        assertInvalid("change-policy", "\"attempts\":3", "\"attempts\":\"3\"", "policy.attempts", whole);
        assertInvalid("change-policy", "\"attempts\":3", "\"attempts\":3.0", "policy.attempts", whole);
        assertInvalid("change-policy", "\"attempts\":3", "\"attempts\":null", "policy.attempts", whole);
        assertInvalid(
                "change-policy",
                "\"attempts\":3",
                "\"attempts\":2147483648",
                "policy.attempts",
                "is out of range; it " + whole);
    }

    private static void assertInvalid(String intent, String old, String changed, String field, String problem) {
        Wire wire = Wire.of("dev.drover.intent." + intent);

        assertThat(wire.body()).contains(old);
        assertThat(wire.edited(body -> body.replace(old, changed)).error())
                .isEqualTo(new DecodeError.InvalidValue(field, problem));
    }
}
