package dev.drover.schema.forecast;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What earlier migrations teach about the next one: by what factor forecasts were wrong, from the latest of its kind.
 *
 * <p>It goes from what all migrations share to the closest relatives ({@link Circumstances}), and at each step takes the
 * median of the latest relatives and of two votes for the wider circle: a few of them can't carry it away, nor can one
 * that went astray. It is silent until it has been closer than the bare forecast ({@link Trust}), so that on what it has
 * not seen it is no worse, but for the few migrations it takes to notice that it has become so.
 *
 * <p>A value, and a function of what it was taught in what order: the same observations give the same factors.
 */
public final class Calibration {
    /** Nothing has been learned. */
    public static final Calibration BLANK = new Calibration(Collections.emptySortedMap(), Trust.NONE, 0);

    private static final int MOST_KINDS = 2_048;

    private final SortedMap<String, Relatives> kinds;
    private final Trust trust;
    private final long learned;

    private Calibration(SortedMap<String, Relatives> kinds, Trust trust, long learned) {
        this.kinds = kinds;
        this.trust = trust;
        this.learned = learned;
    }

    /** By what to multiply a forecast; exactly one where nothing is known, or where calibrating hasn't helped. */
    public double factorFor(Circumstances circumstances) {
        return trust.earned() ? Math.exp(correction(circumstances)) : 1;
    }

    /** The forecast as experience corrects it. */
    public Forecast correct(Forecast forecast, Circumstances circumstances) {
        return forecast.times(factorFor(circumstances));
    }

    /** With one more migration that has ended. */
    public Calibration learning(Observation observation) {
        double logRatio = observation.logRatio();
        Trust tried = trust.after(logRatio, correction(observation.circumstances()));
        TreeMap<String, Relatives> more = new TreeMap<>(kinds);
        for (String kind : observation.circumstances().kinship()) {
            more.put(kind, relatives(kind).and(logRatio, learned));
        }
        while (more.size() > MOST_KINDS) {
            more.remove(longestUnseen(more));
        }
        return new Calibration(Collections.unmodifiableSortedMap(more), tried, learned + 1);
    }

    /** How many kinds of migrations it remembers. */
    int kinds() {
        return kinds.size();
    }

    private double correction(Circumstances circumstances) {
        double wider = 0;
        for (String kind : circumstances.kinship()) {
            Relatives known = relatives(kind);
            wider = known.logRatios().isEmpty() ? wider : known.median(wider);
        }
        return wider;
    }

    private Relatives relatives(String kind) {
        return Optional.ofNullable(kinds.get(kind)).orElse(Relatives.NONE);
    }

    private static String longestUnseen(SortedMap<String, Relatives> kinds) {
        return kinds.entrySet().stream()
                .min(Comparator.comparingLong(entry -> entry.getValue().lastTurn()))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
