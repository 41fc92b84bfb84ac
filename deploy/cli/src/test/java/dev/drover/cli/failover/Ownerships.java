package dev.drover.cli.failover;

import dev.drover.cli.topic.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Epochs begin at 1 and grow by one with each owner; what an owner writes stands between its own beginning and the
 * next one's, so a frozen owner that wakes up writes nothing. Offsets and times do not run back, names are used once.
 */
final class Ownerships {
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private long epoch;
    private long read = -1;
    private Instant time = Instant.MIN;

    private Ownerships() {}

    static List<String> complaints(Evidence evidence) {
        Ownerships ownerships = new Ownerships();
        evidence.events().forEach(ownerships::take);
        ownerships.expect(
                ownerships.read == evidence.inbox().getLast().offset(),
                "the inbox was answered up to " + ownerships.read + " of "
                        + evidence.inbox().getLast().offset());
        return ownerships.complaints;
    }

    private void take(Line event) {
        if (event.is("event.zone-ownership-taken")) {
            epoch++;
            expect(event.body().path("epoch").asLong() == epoch, "the epoch after " + (epoch - 1) + " is " + event);
        }
        expect(event.number("ce_epoch").orElse(-1) == epoch, "under epoch " + epoch + " was written " + event);
        expect(ids.add(event.header("ce_id").orElse("")), "its name was used before: " + event);
        long offset = event.number("ce_inboxoffset").orElse(read);
        expect(offset >= read, "the inbox had been read up to " + read + " before " + event);
        read = Math.max(read, offset);
        Instant at = event.header("ce_time").map(Instant::parse).orElse(Instant.MIN);
        expect(!at.isBefore(time), "it was " + time + " before " + event);
        time = at.isBefore(time) ? time : at;
    }

    private void expect(boolean right, String complaint) {
        if (!right) {
            complaints.add(complaint);
        }
    }
}
