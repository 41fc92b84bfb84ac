package dev.drover.bench.converge.guest;

import dev.drover.schema.forecast.Forecaster;

/**
 * Moves a guest as QEMU does: a round sends what is dirty, what was written meanwhile is the next round's, and a round
 * that fits into the downtime limit is sent with the guest stopped. Auto-converge denies the guest a fifth of its time
 * when two rounds in a row dirtied more than half of what they sent, then a tenth more each time.
 */
public final class Copy {
    private static final double HANDOVER = Forecaster.HANDOVER.toMillis() / 1000.0;
    private static final double QEMU_LIMIT = 0.3;
    private static final double LEAST_POLL = 1;
    private static final double POLLS_A_PASS = 200;
    private static final int FIRST_PERCENT = 20;
    private static final int MORE_PERCENT = 10;
    private static final int MOST_PERCENT = 99;

    private final Task task;
    private final double rate;
    private Driver driver;
    private double seconds;
    private double sent;
    private double limit = QEMU_LIMIT;
    private boolean slows;
    private int percent;
    private int warnings;
    private long round = 1;
    private double roundSince;
    private double roundSize;
    private double remaining;
    private double written;
    private double dirtyPerSecond;
    private boolean stops;
    private boolean follows;
    private boolean aborted;

    private Copy(Task task, Driver driver) {
        this.task = task;
        this.rate = task.bytesPerSecond();
        this.driver = driver;
        this.remaining = task.guest().bytes();
        this.roundSize = remaining;
    }

    /** To its end, which is no later than its deadline. */
    public static Outcome run(Task task, Driver driver) {
        Copy copy = new Copy(task, driver);
        driver.first().forEach(copy::act);
        return copy.toTheEnd();
    }

    private Outcome toTheEnd() {
        double poll = Math.max(LEAST_POLL, task.guest().bytes() / rate / POLLS_A_PASS);
        double nextPoll = poll;
        while (isCopying()) {
            double roundEnds = seconds + remaining / rate;
            boolean ends = roundEnds <= nextPoll;
            advance(ends ? roundEnds : nextPoll);
            if (ends) {
                nextRound();
            } else {
                nextPoll += poll;
            }
            if (isCopying()) {
                look(ends);
            }
            stops |= ends && isCopying() && remaining <= limit * rate;
        }
        return outcome();
    }

    private boolean isCopying() {
        return !stops && !follows && !aborted && seconds < task.deadlineSeconds();
    }

    private void advance(double to) {
        double from = seconds;
        Pattern pattern = task.guest().pattern();
        double usual = pattern.writtenBy(to) - pattern.writtenBy(from);
        written += usual * task.guest().dirtyOfRate() * rate * (100 - percent) / 100;
        double passed = Math.min(remaining, (to - from) * rate);
        remaining -= passed;
        sent += passed;
        seconds = to;
    }

    private void nextRound() {
        double dirtied = task.guest().dirtied(written);
        dirtyPerSecond = dirtied / Math.max(1e-9, seconds - roundSince);
        throttle(dirtied);
        round++;
        roundSince = seconds;
        roundSize = dirtied;
        remaining = dirtied;
        written = 0;
        stops = remaining <= limit * rate;
    }

    private void throttle(double dirtied) {
        boolean tooMuch = dirtied * 2 > roundSize;
        warnings = tooMuch ? warnings + 1 : 0;
        if (slows && warnings >= 2) {
            percent = percent == 0 ? FIRST_PERCENT : Math.min(MOST_PERCENT, percent + MORE_PERCENT);
            warnings = 0;
        }
    }

    private void look(boolean roundBegins) {
        Driver.Turn turn =
                driver.next(new Sight(seconds, round, roundBegins, remaining, rate, dirtyPerSecond, percent));
        driver = turn.then();
        turn.acts().forEach(this::act);
    }

    private void act(Act act) {
        switch (act) {
            case Act.Limit allowed -> limit = allowed.seconds();
            case Act.SlowDown slow -> slows = task.consents().autoConverge();
            case Act.PostCopy follow -> follows = task.consents().postCopy();
            case Act.Pause pause -> pause();
            case Act.Abort abort -> aborted = true;
        }
    }

    private void pause() {
        if (task.consents().pause().isPresent()) {
            remaining = Math.min(task.guest().bytes(), remaining + task.guest().dirtied(written));
            stops = true;
        }
    }

    private Outcome outcome() {
        if (follows) {
            double missing =
                    Math.min(task.guest().bytes(), remaining + task.guest().dirtied(written));
            return ended(seconds + HANDOVER + missing / rate, missing, HANDOVER);
        }
        if (stops) {
            double blackout = remaining / rate + HANDOVER;
            return ended(seconds + blackout, remaining, blackout);
        }
        return new Outcome(false, Math.min(seconds, task.deadlineSeconds()), sent, 0, percent);
    }

    private Outcome ended(double at, double last, double blackout) {
        return new Outcome(at <= task.deadlineSeconds(), at, sent + last, blackout, percent);
    }
}
