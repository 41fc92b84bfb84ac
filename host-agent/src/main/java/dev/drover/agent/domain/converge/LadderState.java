package dev.drover.agent.domain.converge;

import dev.drover.schema.forecast.DirtyModel;
import dev.drover.schema.forecast.DirtySample;
import dev.drover.schema.forecast.Numbers;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far up the ladder a migration is, and what has been seen of it. The first is in the decisions, so that whoever has
 * kept those can go on after a restart ({@link #resumed}); the second is seen again within two rounds.
 *
 * @param round the last that was seen, and when it was first seen
 * @param rate smoothed; zero before any was seen
 * @param writes what the guest is believed to write, as it is slowed down now
 * @param badRounds rounds in a row that looked bad
 * @param badSince when it began to look bad without a break
 * @param dueBy when it should have ended long since, by what it looked like when it last began to look good
 * @param limit the downtime limit as it stands
 * @param askedAt when more bandwidth was asked for
 * @param slowed the guest is being slowed down
 * @param settled nothing more will be decided: the guest leaves, or the migration is ended
 * @param helplessSince since when nothing was left to be done but hope
 */
public record LadderState(
        Instant begunAt,
        Bytes memory,
        long round,
        Instant roundSince,
        BitsPerSecond rate,
        DirtyModel writes,
        int badRounds,
        Optional<Instant> badSince,
        Optional<Instant> dueBy,
        Duration limit,
        Optional<Instant> askedAt,
        boolean slowed,
        boolean settled,
        Optional<Instant> helplessSince) {
    /** At its start. */
    public static LadderState begun(Instant now, Bytes memory, DirtyModel believed, Duration limit) {
        return new LadderState(
                now,
                memory,
                1,
                now,
                BitsPerSecond.ZERO,
                believed,
                0,
                Optional.empty(),
                Optional.empty(),
                limit,
                Optional.empty(),
                false,
                false,
                Optional.empty());
    }

    /** After a restart: as far up the ladder as these decisions, in their order, had brought it. */
    public LadderState resumed(List<Decision> kept) {
        LadderState state = this;
        for (Decision decision : kept) {
            state = state.after(decision);
        }
        return state;
    }

    /** With a decision that was carried out. */
    public LadderState after(Decision decision) {
        Instant at = decision.figures().at();
        return switch (decision) {
            case Decision.AskBandwidth ask -> with(limit, Optional.of(at), slowed, settled);
            case Decision.RaiseDowntime raise -> with(raise.limit(), askedAt, slowed, settled);
            case Decision.SlowDown slow -> with(limit, askedAt, true, settled);
            case Decision.SwitchToPostCopy follow -> with(limit, askedAt, slowed, true);
            case Decision.Pause pause -> with(limit, askedAt, slowed, true);
            case Decision.Abort abort -> with(limit, askedAt, slowed, true);
        };
    }

    /** With what is seen now. A round that has ended shows how the guest writes. */
    LadderState seeing(Evidence evidence, int smoothingPercent) {
        boolean next = evidence.round() > round;
        Duration took = Duration.between(roundSince, evidence.at());
        boolean tells = next && took.compareTo(Duration.ZERO) > 0;
        return new LadderState(
                begunAt,
                memory,
                Math.max(round, evidence.round()),
                next ? evidence.at() : roundSince,
                smoothed(evidence.rate(), smoothingPercent),
                tells ? writes.seeing(new DirtySample(took, evidence.remaining())) : writes,
                badRounds,
                badSince,
                dueBy,
                limit,
                askedAt,
                slowed,
                settled,
                helplessSince);
    }

    /** It looks good, and should end by then: whatever was counted is forgotten. */
    LadderState lookingGood(Instant due) {
        return judged(0, Optional.empty(), Optional.of(dueBy.orElse(due)), Optional.empty());
    }

    /** It looked good for so long that it can't have been. */
    boolean isOverdue(Instant now) {
        return dueBy.map(now::isAfter).orElse(false);
    }

    /** It looks bad: at the end of a round, before any round has ended, or on the way. */
    LadderState lookingBad(Instant now, boolean roundEnded) {
        boolean beforehand = round == 1 && badSince.isEmpty();
        int bad = badRounds + (roundEnded || beforehand ? 1 : 0);
        return judged(bad, Optional.of(badSince.orElse(now)), dueBy, helplessSince);
    }

    /** Nothing is left to be done. */
    LadderState helpless(Instant now) {
        return judged(badRounds, badSince, dueBy, Optional.of(helplessSince.orElse(now)));
    }

    private BitsPerSecond smoothed(BitsPerSecond newest, int percent) {
        return rate.equals(BitsPerSecond.ZERO)
                ? newest
                : Numbers.rate(
                        (Numbers.bytesPerSecond(rate) * (100 - percent) + Numbers.bytesPerSecond(newest) * percent)
                                / 100);
    }

    private LadderState judged(int bad, Optional<Instant> since, Optional<Instant> due, Optional<Instant> helpless) {
        return new LadderState(
                begunAt,
                memory,
                round,
                roundSince,
                rate,
                writes,
                bad,
                since,
                due,
                limit,
                askedAt,
                slowed,
                settled,
                helpless);
    }

    /** With a lever pulled, it may take its time anew. */
    private LadderState with(Duration newLimit, Optional<Instant> asked, boolean slow, boolean done) {
        return new LadderState(
                begunAt,
                memory,
                round,
                roundSince,
                rate,
                writes,
                badRounds,
                badSince,
                Optional.empty(),
                newLimit,
                asked,
                slow,
                done,
                helplessSince);
    }
}
