package dev.drover.agent.domain.converge;

import dev.drover.schema.id.Check;
import dev.drover.schema.id.InvalidValueException;
import java.time.Duration;

/**
 * The figures by which a migration is helped along: data, which a vm group may override one by one
 * ({@link PolicyFigures}).
 *
 * @param firstLimit the downtime limit to begin with
 * @param confirmations rounds in a row that must look bad before anything is done about it
 * @param stalledAfter how long it may look bad without a round ending
 * @param smoothingPercent how much the newest rate counts against those before
 * @param answerWithin how long to wait for more bandwidth, once asked for
 * @param patience how much longer than by the quickest way that is allowed it may take
 * @param patiencePercent the same as a part of all the time that it takes; the larger of the two counts
 * @param copyingPerBlackout how many seconds of copying a second of blackout is worth
 * @param slowDownFor how much longer slowing the guest down may take than post-copy, where that is allowed too
 * @param sparePercent of the blackout objective put by for a rate that dips during the stop
 * @param hopeFor how long to go on when nothing is left to be done
 * @param margin how long before the deadline to end it
 */
public record ConvergencePolicy(
        Duration firstLimit,
        int confirmations,
        Duration stalledAfter,
        int smoothingPercent,
        Duration answerWithin,
        Duration patience,
        int patiencePercent,
        int copyingPerBlackout,
        Duration slowDownFor,
        int sparePercent,
        Duration hopeFor,
        Duration margin) {
    /** Throws {@link InvalidValueException} for figures that mean nothing. */
    public ConvergencePolicy {
        Check.atLeast("confirmations", confirmations, 1);
        Check.within("smoothingPercent", smoothingPercent, 1, 100);
        Check.within("sparePercent", sparePercent, 0, 90);
        Check.atLeast("copyingPerBlackout", copyingPerBlackout, 0);
        Check.atLeast("patiencePercent", patiencePercent, 0);
        notNegative("firstLimit", firstLimit);
        notNegative("stalledAfter", stalledAfter);
        notNegative("answerWithin", answerWithin);
        notNegative("patience", patience);
        notNegative("slowDownFor", slowDownFor);
        notNegative("hopeFor", hopeFor);
        notNegative("margin", margin);
    }

    /** One's own machine: nobody minds a short stop, everybody a slow evening. */
    public static ConvergencePolicy personal() {
        return new ConvergencePolicy(
                Duration.ofMillis(300),
                2,
                Duration.ofSeconds(30),
                30,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                25,
                5,
                Duration.ofMinutes(2),
                20,
                Duration.ofMinutes(30),
                Duration.ofSeconds(5));
    }

    /** A window is closing, and the guests are colleagues': whoever consents to a lever is not spared it for long. */
    public static ConvergencePolicy datacenter() {
        return new ConvergencePolicy(
                Duration.ofMillis(300),
                2,
                Duration.ofSeconds(30),
                30,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                1,
                20,
                Duration.ZERO,
                20,
                Duration.ofHours(1),
                Duration.ofSeconds(5));
    }

    /** The guests are customers', who notice every stop. */
    public static ConvergencePolicy cloud() {
        return new ConvergencePolicy(
                Duration.ofMillis(100),
                3,
                Duration.ofMinutes(1),
                30,
                Duration.ofSeconds(10),
                Duration.ofMinutes(5),
                100,
                300,
                Duration.ZERO,
                30,
                Duration.ofMinutes(10),
                Duration.ofSeconds(10));
    }

    /** The same, but for these figures. */
    public ConvergencePolicy with(PolicyFigures other) {
        return new ConvergencePolicy(
                other.firstLimit().orElse(firstLimit),
                other.confirmations().orElse(confirmations),
                other.stalledAfter().orElse(stalledAfter),
                other.smoothingPercent().orElse(smoothingPercent),
                other.answerWithin().orElse(answerWithin),
                other.patience().orElse(patience),
                other.patiencePercent().orElse(patiencePercent),
                other.copyingPerBlackout().orElse(copyingPerBlackout),
                other.slowDownFor().orElse(slowDownFor),
                other.sparePercent().orElse(sparePercent),
                other.hopeFor().orElse(hopeFor),
                other.margin().orElse(margin));
    }

    private static void notNegative(String figure, Duration value) {
        if (value.isNegative()) {
            throw new InvalidValueException(figure, "is " + value + "; it must not be negative");
        }
    }
}
