package dev.drover.simulation.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.zone.Fleet;
import dev.drover.scheduler.domain.zone.Messages;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.InventoryReport;
import dev.drover.simulation.log.SimTopics;
import dev.drover.simulation.witness.Happening;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MalformedReportTest {
    private final ReportMessage sound =
            new Messages().report(Fleet.id("h1"), new InventoryReport(Fleet.host("h1", 64, Fleet.running(1, 4))));
    private final List<Optional<InboxMessage>> told = new ArrayList<>();
    private final SimTopics topics;

    MalformedReportTest() throws NoSuchAlgorithmException {
        topics = new SimTopics(Fleet.ZONE, this::saw, MessageDigest.getInstance("SHA-256"));
    }

    @Test
    void a_sound_report_can_be_read() {
        topics.tell(sound);
        assertThat(told).containsExactly(Optional.of(sound));
    }

    @ParameterizedTest
    @EnumSource
    void a_malformed_one_cannot(MalformedReport how) {
        how.tell(topics, sound);
        assertThat(told).containsExactly(Optional.empty());
    }

    private void saw(Happening happening) {
        if (happening instanceof Happening.Told one) {
            told.add(one.message());
        }
    }
}
