package dev.drover.agent.domain;

import dev.drover.schema.id.Epoch;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.RefusalReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a fresh command from a repeated, an outdated or a late one.
 *
 * <p>Repeats come first: a command that was executed may be delivered again after the zone changed hands or after its
 * expiry, and refusing it then would deny what was done.
 * And one that was refused may be delivered again when nothing speaks against it any more, because the clock was set
 * back or the vm is free: executing it then would do what the zone counts as not done.
 */
public final class CommandGuard {
    private CommandGuard() {}

    /** {@code skew} is how far clocks may differ: a command counts as expired that much early. */
    public static Verdict judge(AgentState state, CommandMessage command, Instant now, Duration skew) {
        CommandMark mark = command.mark();
        Optional<MigrationMark> taken = state.mark(mark.migration());
        if (taken.filter(before -> mark.sequence().compareTo(before.sequence()) <= 0)
                .isPresent()) {
            return new Verdict.Repeat();
        }
        if (mark.epoch().compareTo(state.epoch()) < 0) {
            return oldEpoch(mark.epoch(), state.epoch());
        }
        return taken.filter(before -> mark.attempt().compareTo(before.attempt()) < 0)
                .<Verdict>map(before -> oldAttempt(mark, before))
                .orElseGet(() -> inTime(mark, now, skew));
    }

    private static Verdict inTime(CommandMark mark, Instant now, Duration skew) {
        return now.isAfter(mark.expiresAt().minus(skew))
                ? new Verdict.Refuse(
                        RefusalReason.EXPIRED,
                        "it is " + now + " and the command expires at " + mark.expiresAt() + "; clocks may differ by "
                                + skew.toMillis() + " ms")
                : new Verdict.Execute();
    }

    private static Verdict oldEpoch(Epoch given, Epoch seen) {
        return new Verdict.Refuse(
                RefusalReason.OLD_EPOCH,
                "the command is of epoch " + given.value() + "; epoch " + seen.value() + " has commanded since");
    }

    private static Verdict oldAttempt(CommandMark mark, MigrationMark taken) {
        return new Verdict.Refuse(
                RefusalReason.OLD_ATTEMPT,
                "the command is for attempt " + mark.attempt().value() + "; attempt "
                        + taken.attempt().value() + " has begun since");
    }
}
