package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.event.InboxRead;
import dev.drover.schema.event.PolicyChanged;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.IntentMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.ReportMark;
import java.util.List;

/**
 * Decides what follows from an input. Pure: the same state and input give the same decision, and nothing changes.
 * Deciding about a durable input again, in the state that came of it, gives nothing.
 */
public final class ZoneDecider implements Decider {
    private final ZonePolicy initial;
    private final Actor self;

    /** Decides for {@code node}, in whose name volatile inputs are answered; {@code initial} is a new zone's policy. */
    public ZoneDecider(NodeId node, ZonePolicy initial) {
        this.initial = initial;
        this.self = Actor.scheduler(node);
    }

    @Override
    public Decision decide(ZoneState state, ZoneInput input) {
        Turn turn = new Turn(state, input, initial, self);
        switch (input) {
            case ZoneInput.Told told -> told(turn, told);
            case ZoneInput.Nonsense nonsense -> nonsense(turn, nonsense);
            case ZoneInput.Takeover takeover -> takeover(turn, takeover.node());
            case ZoneInput.Tick tick -> OverdueStep.run(turn);
            case ZoneInput.Proposed proposed -> ProposalStep.run(turn, proposed.plan());
            case ZoneInput.Settle settle -> settle(turn, settle);
        }
        return turn.decision();
    }

    private static void told(Turn turn, ZoneInput.Told told) {
        InboxMessage message = told.message();
        switch (message) {
            case IntentMessage intent -> IntentDecider.decide(turn, intent.intent());
            case ReportMessage report when turn.state().progress().hasHeard(report.mark()) -> {}
            case ReportMessage report -> {
                ClockStep.run(turn, report, told.at());
                ReportDecider.decide(turn, report.mark(), report.report());
            }
        }
    }

    /** Once, however often it is read: what stands before it and after it is told apart by its place. */
    private static void nonsense(Turn turn, ZoneInput.Nonsense nonsense) {
        boolean known = turn.state()
                .inboxOffset()
                .filter(last -> last.compareTo(nonsense.offset()) >= 0)
                .isPresent();
        if (!known) {
            turn.record(nonsense.rejection());
        }
    }

    private void takeover(Turn turn, NodeId node) {
        turn.record(new ZoneOwnershipTaken(node, turn.state().epoch().next()));
        if (turn.state().rules().policy().isEmpty()) {
            turn.record(new PolicyChanged(initial));
        }
    }

    private static void settle(Turn turn, ZoneInput.Settle settle) {
        WithdrawStep.run(turn);
        RateStep.run(turn, PrepareStep.run(turn, DispatchStep.next(turn)));
        EndStep.run(turn);
        read(turn, settle);
    }

    /** How far the inbox was read has to stand in the log even where it led to nothing else. */
    private static void read(Turn turn, ZoneInput.Settle settle) {
        boolean behind =
                settle.readUpTo().isPresent() && !turn.state().inboxOffset().equals(settle.readUpTo());
        List<ReportMark> unheard = settle.heard().stream()
                .filter(mark -> !turn.state().progress().hasHeard(mark))
                .toList();
        if (behind || !unheard.isEmpty()) {
            turn.record(new InboxRead(unheard));
        }
    }
}
