package dev.drover.simulation.agent;

import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.report.InventoryReport;
import java.time.Duration;
import java.util.Optional;

/**
 * Reports the host at first, whenever it differs from what was reported last, and when its clock was set since anything
 * was reported, one report at a time.
 */
final class InventoryLook {
    private static final Duration GATHER = Duration.ofMillis(200);
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Outside outside;
    private final HypervisorCalls calls;
    private final ReportQueue reports;
    private final Runnable whenReported;
    private Optional<HostFacts> reported = Optional.empty();
    private boolean begun;
    private boolean due;
    private boolean onItsWay;
    private boolean again;

    /** {@code whenReported} is called once, when the first report is on its way. */
    InventoryLook(Outside outside, HypervisorCalls calls, ReportQueue reports, Runnable whenReported) {
        this.outside = outside;
        this.calls = calls;
        this.reports = reports;
        this.whenReported = whenReported;
    }

    void begin() {
        begun = true;
        look();
        outside.machine().in(PERIOD, this::period);
    }

    void soon() {
        if (begun && !due) {
            due = true;
            outside.machine().in(GATHER, this::look);
        }
    }

    boolean isUpToDate() {
        return !reports.clockWasSetSince()
                && reported.equals(Optional.of(outside.fleet().inventory(outside.host())));
    }

    private void period() {
        look();
        outside.machine().in(PERIOD, this::period);
    }

    private void look() {
        due = false;
        calls.ask(
                () -> outside.fleet().inventory(outside.host()),
                this::seen,
                silence -> outside.machine().in(RETRY, this::look));
    }

    private void seen(HostFacts facts) {
        if (reported.equals(Optional.of(facts)) && !reports.clockWasSetSince()) {
            return;
        }
        if (onItsWay) {
            again = true;
            return;
        }
        boolean first = reported.isEmpty();
        onItsWay = true;
        reported = Optional.of(facts);
        reports.say(new InventoryReport(facts), Optional.empty(), this::acknowledged);
        if (first) {
            whenReported.run();
        }
    }

    private void acknowledged() {
        onItsWay = false;
        if (again) {
            again = false;
            look();
        }
    }
}
