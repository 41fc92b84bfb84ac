package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.event.IntentCancelRequested;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.IntentPaused;
import dev.drover.schema.event.IntentResumed;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.CancelIntent;
import dev.drover.schema.intent.PauseIntent;
import dev.drover.schema.intent.ResumeIntent;
import java.util.Optional;

/** Intents about intents. Asking for what is so already is no mistake: it is accepted and changes nothing. */
final class TaskOrders {
    private TaskOrders() {}

    static Optional<String> objection(ZoneState state, PauseIntent pause) {
        return notOpen(state, pause.target())
                .or(() -> cancelling(state, pause.target(), "it can't be paused any more"));
    }

    static Optional<String> objection(ZoneState state, ResumeIntent resume) {
        return notOpen(state, resume.target())
                .or(() -> cancelling(state, resume.target(), "it can't be resumed; send it anew under another name"));
    }

    static Optional<String> objection(ZoneState state, CancelIntent cancel) {
        return notOpen(state, cancel.target());
    }

    static void carryOut(Turn turn, PauseIntent pause) {
        step(turn, pause.target(), new IntentPaused(pause.target(), pause.intent()));
    }

    static void carryOut(Turn turn, ResumeIntent resume) {
        step(turn, resume.target(), new IntentResumed(resume.target(), resume.intent()));
    }

    static void carryOut(Turn turn, CancelIntent cancel) {
        step(turn, cancel.target(), new IntentCancelRequested(cancel.target(), cancel.intent()));
        turn.state()
                .migrations()
                .movingFor(cancel.target())
                .forEach(one -> Cancellation.ask(turn, one, cancel.intent()));
    }

    private static void step(Turn turn, IntentId target, IntentEvent event) {
        boolean changes = turn.state()
                .intents()
                .task(target)
                .filter(task -> task.allows(event.getClass()))
                .isPresent();
        if (changes) {
            turn.record(event);
        }
    }

    private static Optional<String> notOpen(ZoneState state, IntentId target) {
        Optional<Task> task = state.intents().task(target);
        if (task.filter(one -> one.phase().isOpen()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                state.intents().knows(target)
                        ? "intent " + target + " is over already"
                        : "intent " + target + " is not known in zone " + state.zone());
    }

    private static Optional<String> cancelling(ZoneState state, IntentId target, String consequence) {
        return state.intents()
                .task(target)
                .filter(task -> task.phase() == IntentPhase.CANCELLING)
                .map(task -> "intent " + target + " is being cancelled: " + consequence);
    }
}
