package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.MigrationConfirmed;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.Message;
import dev.drover.schema.sample.Samples;
import dev.drover.schema.sample.Wire;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What nobody could read is not written either. */
class EncodeLimitsTest {
    @Test
    void the_largest_body_is_written_and_read() {
        Message largest = inventory(Bodies.MAX_BYTES);

        assertThat(Wire.of(largest).value()).hasSize(Bodies.MAX_BYTES);
        assertThat(Wire.of(largest).read()).isEqualTo(new Decoding.Decoded<>(largest));
    }

    @Test
    void a_larger_one_is_not_written() {
        assertThatThrownBy(() -> Wire.of(inventory(Bodies.MAX_BYTES + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a dev.drover.event.host-inventory-recorded came to"
                        + " the record holds 524289 bytes; at most 524288 are allowed");
    }

    @Test
    void half_a_character_is_not_written() {
        assertThatThrownBy(() -> Wire.of(unresolved("\ud83d")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a dev.drover.event.migration-unresolved can't be written: ");
    }

    @Test
    void a_negative_duration_is_not_written() {
        assertThatThrownBy(() -> Wire.of(start(Duration.ofMillis(-1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a dev.drover.command.start-migration can't be written")
                .hasMessageContaining("PT-0.001S");
    }

    @Test
    void a_time_that_would_not_fit_everywhere_is_not_written() {
        assertThatThrownBy(() -> Wire.of(confirmed(Instant.MAX)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a dev.drover.event.migration-confirmed can't be written")
                .hasMessageContaining("it must lie in the years 1970 to 9999");
        assertThat(Wire.of(confirmed(Instant.EPOCH)).read())
                .isEqualTo(new Decoding.Decoded<>(confirmed(Instant.EPOCH)));
    }

    @Test
    void a_duration_is_cut_to_whole_milliseconds() {
        assertThat(Wire.of(start(Duration.ofNanos(1_999_999))).read())
                .isEqualTo(new Decoding.Decoded<>(start(Duration.ofMillis(1))));
    }

    private static Message inventory(int bytes) {
        return fact(Sized.body(bytes, names -> new HostInventoryRecorded(Sized.facts(names))));
    }

    private static Message unresolved(String evidence) {
        return fact(MigrationUnresolved.atRest(new MigrationId("m-1"), evidence));
    }

    private static Message confirmed(Instant dueAt) {
        return fact(new MigrationConfirmed(new MigrationId("m-1"), Sequence.FIRST, dueAt));
    }

    private static Message fact(ZoneEvent event) {
        EventMessage sample = (EventMessage) Samples.of("dev.drover.event.migration-unresolved");
        return new EventMessage(sample.head(), sample.epoch(), sample.inboxOffset(), sample.origin(), event);
    }

    private static Message start(Duration giveUpAfter) {
        CommandMessage sample = (CommandMessage) Samples.of("dev.drover.command.start-migration");
        StartMigration like = (StartMigration) sample.command();
        AgentCommand command = new StartMigration(
                like.vm(), like.destination(), like.destinationUri(), like.rate(), giveUpAfter, like.options());
        return new CommandMessage(sample.head(), sample.host(), sample.mark(), command);
    }
}
