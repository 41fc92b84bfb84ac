package dev.drover.agent.engine;

import dev.drover.agent.port.Hypervisor;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.report.InventoryReport;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports the host as it is: at first, whenever it differs from what was reported last, and when its clock was set since
 * anything was reported, because a host whose clock was wrong is trusted again only by a report with the right time. One
 * report is on its way at a time, so that a host that changes while Kafka is away does not pile them up.
 */
final class Inventory implements Part<InventoryMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);

    private final Post<InventoryMessage> post;
    private final Outside outside;
    private final ReportDesk reports;
    private Optional<HostFacts> reported = Optional.empty();
    private Optional<String> degraded = Optional.empty();
    private boolean begun;
    private boolean gathering;
    private boolean looking;
    private boolean outdated;
    private boolean lookAgain;
    private boolean onItsWay;

    Inventory(Post<InventoryMessage> post, Outside outside, ReportDesk reports) {
        this.post = post;
        this.outside = outside;
        this.reports = reports;
    }

    @Override
    public boolean on(InventoryMessage message) {
        switch (message) {
            case InventoryMessage.Begin begin -> begin();
            case InventoryMessage.Degraded known -> degraded(known.why());
            case InventoryMessage.Changed changed -> gather();
            case InventoryMessage.Look due -> look();
            case InventoryMessage.Period due -> period();
            case InventoryMessage.Gathered due -> gathered();
            case InventoryMessage.Refresh done -> refresh();
            case InventoryMessage.Seen seen -> seen(seen.answer());
            case InventoryMessage.Acknowledged safe -> acknowledged();
        }
        return true;
    }

    private void begin() {
        begun = true;
        Runnable changed = () -> post.tell(new InventoryMessage.Changed());
        outside.calls()
                .tell(outside.pace().call(), hypervisor -> hypervisor.onChange(changed))
                .thenAccept(answer -> {
                    if (answer instanceof Answer.Trouble<?> trouble) {
                        LOG.warn("host={} will not hear of changes at once: {}", outside.host(), trouble.detail());
                    }
                });
        period();
    }

    private void period() {
        post.wake("period", new InventoryMessage.Period(), outside.pace().inventory());
        look();
    }

    private void degraded(Optional<String> why) {
        degraded = why;
        refresh();
    }

    private void gather() {
        if (!gathering) {
            gathering = true;
            post.wake("gather", new InventoryMessage.Gathered(), outside.pace().coalesce());
        }
    }

    private void gathered() {
        gathering = false;
        look();
    }

    private void refresh() {
        if (begun) {
            outdated = looking;
            look();
        }
    }

    private void look() {
        if (looking) {
            lookAgain = true;
            return;
        }
        looking = true;
        post.tellWhen(outside.calls().ask(outside.pace().call(), Hypervisor::inventory), InventoryMessage.Seen::new);
    }

    private void seen(Answer<HostFacts> answer) {
        looking = false;
        boolean current = !outdated;
        outdated = false;
        switch (answer) {
            case Answer.Given<HostFacts>(HostFacts facts) when current -> report(facts.degraded(degraded));
            case Answer.Given<HostFacts> old -> lookAgain = true;
            case Answer.Trouble<HostFacts> trouble -> tryLater(trouble);
        }
        if (lookAgain && !onItsWay) {
            lookAgain = false;
            look();
        }
    }

    private void tryLater(Answer.Trouble<HostFacts> trouble) {
        LOG.warn("host={} could not be looked at, tries again: {}", outside.host(), trouble.detail());
        post.wake("retry", new InventoryMessage.Look(), outside.pace().retry());
    }

    private void report(HostFacts facts) {
        if (reported.equals(Optional.of(facts)) && !reports.last().clockWasSetSince()) {
            return;
        }
        if (onItsWay) {
            lookAgain = true;
            return;
        }
        onItsWay = true;
        reports.say(new InventoryReport(facts), Optional.empty())
                .thenAccept(mark -> post.tell(new InventoryMessage.Acknowledged(mark)));
        if (reported.isEmpty()) {
            reports.host().tell(new HostMessage.InventoryReported());
        }
        reported = Optional.of(facts);
        LOG.info("host={} reports {} vms", outside.host(), facts.vms().size());
    }

    private void acknowledged() {
        onItsWay = false;
        if (lookAgain) {
            lookAgain = false;
            look();
        }
    }
}
