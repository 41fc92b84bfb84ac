package dev.drover.agent.adapter.akka;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
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
final class InventoryActor {
    private static final Logger LOG = LoggerFactory.getLogger(InventoryActor.class);

    private final ActorContext<InventoryMessage> context;
    private final TimerScheduler<InventoryMessage> timers;
    private final Outside outside;
    private final HypervisorCalls calls;
    private final ReportDesk desk;
    private Optional<HostFacts> reported = Optional.empty();
    private Optional<String> degraded = Optional.empty();
    private boolean begun;
    private boolean looking;
    private boolean outdated;
    private boolean lookAgain;
    private boolean onItsWay;

    private InventoryActor(
            ActorContext<InventoryMessage> context,
            TimerScheduler<InventoryMessage> timers,
            Outside outside,
            HypervisorCalls calls,
            ReportDesk desk) {
        this.context = context;
        this.timers = timers;
        this.outside = outside;
        this.calls = calls;
        this.desk = desk;
    }

    static Behavior<InventoryMessage> create(Outside outside, HypervisorCalls calls, ReportDesk desk) {
        return Behaviors.setup(context -> Behaviors.withTimers(
                timers -> Behaviors.receiveMessage(new InventoryActor(context, timers, outside, calls, desk)::on)));
    }

    private Behavior<InventoryMessage> on(InventoryMessage message) {
        switch (message) {
            case InventoryMessage.Begin begin -> begin();
            case InventoryMessage.Degraded known -> degraded(known.why());
            case InventoryMessage.Changed changed -> gather();
            case InventoryMessage.Look due -> look();
            case InventoryMessage.Refresh done -> refresh();
            case InventoryMessage.Seen seen -> seen(seen.answer());
            case InventoryMessage.Acknowledged safe -> acknowledged();
        }
        return Behaviors.same();
    }

    private void begin() {
        begun = true;
        ActorRef<InventoryMessage> self = context.getSelf();
        calls.tell(hypervisor -> hypervisor.onChange(() -> self.tell(new InventoryMessage.Changed())))
                .thenAccept(answer -> {
                    if (answer instanceof Answer.Trouble<?> trouble) {
                        LOG.warn("host={} will not hear of changes at once: {}", outside.host(), trouble.detail());
                    }
                });
        timers.startTimerWithFixedDelay(
                "look", new InventoryMessage.Look(), outside.pace().inventory());
        look();
    }

    private void degraded(Optional<String> why) {
        degraded = why;
        refresh();
    }

    private void gather() {
        if (!timers.isTimerActive("gather")) {
            timers.startSingleTimer(
                    "gather", new InventoryMessage.Look(), outside.pace().coalesce());
        }
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
        context.pipeToSelf(
                calls.ask(hypervisor -> hypervisor.inventory()),
                (answer, impossible) -> new InventoryMessage.Seen(answer));
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
        timers.startSingleTimer(
                "retry", new InventoryMessage.Look(), outside.pace().retry());
    }

    private void report(HostFacts facts) {
        if (reported.equals(Optional.of(facts)) && !desk.last().clockWasSetSince()) {
            return;
        }
        if (onItsWay) {
            lookAgain = true;
            return;
        }
        onItsWay = true;
        ActorRef<InventoryMessage> self = context.getSelf();
        desk.say(new InventoryReport(facts), Optional.empty())
                .thenAccept(mark -> self.tell(new InventoryMessage.Acknowledged(mark)));
        if (reported.isEmpty()) {
            desk.host().tell(new HostMessage.InventoryReported());
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
