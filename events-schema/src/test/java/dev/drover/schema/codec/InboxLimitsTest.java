package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.TopologyChanged;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.RackId;
import dev.drover.schema.intent.ChangeTopology;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.Message;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import dev.drover.schema.topology.Rack;
import dev.drover.schema.topology.Topology;
import dev.drover.schema.unit.BitsPerSecond;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in an inbox is held shorter than the event that repeats it. */
class InboxLimitsTest {
    private static final int MOST = 384 * 1024;
    private static final String WORDS = "the record holds 393217 bytes; at most 393216 are allowed";

    static Stream<Message> largest() {
        return Stream.of(message(report(MOST)), message(intent(MOST)));
    }

    static Stream<Message> larger() {
        return Stream.of(message(report(MOST + 1)), message(intent(MOST + 1)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("largest")
    void the_largest_is_written_and_read(Message largest) {
        assertThat(Wire.of(largest).value()).hasSize(MOST);
        assertThat(Wire.of(largest).read()).isEqualTo(new Decoding.Decoded<>(largest));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("larger")
    void a_larger_one_is_not_written(Message larger) {
        assertThatThrownBy(() -> Wire.of(larger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(" came to " + WORDS);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("largest")
    void a_larger_one_is_not_read(Message largest) {
        DecodeError error = Wire.of(largest).edited(body -> body + " ").error();

        assertThat(error).isEqualTo(new DecodeError.TooLarge(MOST + 1, MOST));
        assertThat(error.explain()).isEqualTo(WORDS);
    }

    @Test
    void the_events_that_repeat_the_largest_can_be_written_and_read() {
        ChangeTopology wish = intent(MOST);

        Stream.of(
                        new HostInventoryRecorded(report(MOST).facts()),
                        new IntentAccepted(wish),
                        new TopologyChanged(wish.topology()))
                .map(InboxLimitsTest::fact)
                .forEach(fact -> assertThat(Wire.of(fact).read()).isEqualTo(new Decoding.Decoded<>(fact)));
    }

    private static InventoryReport report(int bytes) {
        return Sized.body(bytes, names -> new InventoryReport(Sized.facts(names)));
    }

    private static ChangeTopology intent(int bytes) {
        return Sized.body(bytes, names -> new ChangeTopology(new IntentId("i-1"), topology(names)));
    }

    private static Topology topology(List<String> hosts) {
        BitsPerSecond uplink = BitsPerSecond.megabits(100_000);
        return new Topology(List.of(
                new Rack(new RackId("r1"), hosts.stream().map(HostId::new).toList(), uplink, uplink)));
    }

    private static Message message(InventoryReport report) {
        ReportMessage sample = (ReportMessage) Samples.of("dev.drover.report.inventory");
        return new ReportMessage(sample.head(), sample.mark(), report);
    }

    private static Message message(ChangeTopology intent) {
        return new IntentMessage(Samples.of("dev.drover.intent.change-topology").head(), intent);
    }

    private static Message fact(ZoneEvent event) {
        EventMessage sample = (EventMessage) Samples.of("dev.drover.event.topology-changed");
        return new EventMessage(sample.head(), sample.epoch(), sample.inboxOffset(), sample.origin(), event);
    }
}
