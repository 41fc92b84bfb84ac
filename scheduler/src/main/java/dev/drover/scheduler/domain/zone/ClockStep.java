package dev.drover.scheduler.domain.zone;

import dev.drover.schema.event.HostQuarantined;
import dev.drover.schema.event.HostTrusted;
import dev.drover.schema.id.HostId;
import dev.drover.schema.message.ReportMessage;
import java.time.Duration;
import java.time.Instant;

/**
 * Watches the clocks of agents. A report that was written later than it was read comes from a clock that is ahead; one
 * that is late says nothing, since it may have waited.
 */
final class ClockStep {
    private ClockStep() {}

    static void run(Turn turn, ReportMessage report, Instant readAt) {
        HostId host = report.mark().host();
        if (turn.state().inventory().host(host).isEmpty()) {
            return;
        }
        Duration ahead = Duration.between(readAt, report.head().at());
        boolean beyond = ahead.compareTo(turn.policy().skew()) > 0;
        boolean quarantined = turn.state().inventory().quarantined().containsKey(host);
        if (beyond && !quarantined) {
            turn.record(new HostQuarantined(
                    host,
                    "its clock is " + ahead.toMillis() + " ms ahead of the scheduler's; at most "
                            + turn.policy().skew().toMillis() + " ms are allowed: set it right"));
        } else if (!beyond && quarantined) {
            turn.record(new HostTrusted(host));
        }
    }
}
