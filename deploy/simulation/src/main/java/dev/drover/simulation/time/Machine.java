package dev.drover.simulation.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A machine with one process: it may stand still, be cut off, or die with its process, and its clock may be wrong. What
 * a process has arranged happens only while that process lives, and not while it is stopped.
 */
public final class Machine {
    private final String name;
    private final VirtualTime time;
    private Duration skew = Duration.ZERO;
    private Instant stoppedUntil = Instant.MIN;
    private boolean hears = true;
    private boolean isHeard = true;
    private int life;
    private boolean alive = true;

    /** A healthy one. */
    public Machine(String name, VirtualTime time) {
        this.name = name;
        this.time = time;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** What it takes the time to be. */
    public InstantSource clock() {
        return () -> time.now().plus(skew);
    }

    /** How far its clock is ahead. */
    public Duration skew() {
        return skew;
    }

    /** Sets its clock. */
    public void skew(Duration ahead) {
        skew = ahead;
    }

    /** Stops its process until then; it does not notice. */
    public void stopUntil(Instant then) {
        stoppedUntil = then.isAfter(stoppedUntil) ? then : stoppedUntil;
    }

    /** Whether its process stands still. */
    public boolean isStopped() {
        return stoppedUntil.isAfter(time.now());
    }

    /** Lets its process go on. */
    public void goOn() {
        stoppedUntil = Instant.MIN;
    }

    /** Kills its process with all it had arranged. */
    public void die() {
        alive = false;
        life++;
    }

    /** Begins the next life. */
    public void live() {
        alive = true;
    }

    /** Whether its process runs, or at least stands still. */
    public boolean isAlive() {
        return alive;
    }

    /** Cuts it off, either way or both, or heals that. */
    public void cut(boolean canHear, boolean canBeHeard) {
        hears = canHear;
        isHeard = canBeHeard;
    }

    /** Whether what the broker says reaches it. */
    public boolean hears() {
        return hears;
    }

    /** Whether what it says reaches the broker. */
    public boolean isHeard() {
        return isHeard;
    }

    /** Arranges for its process, in its present life, to do something. */
    public void in(Duration wait, Runnable what) {
        int mine = life;
        time.in(wait, () -> whenAble(mine, what));
    }

    /** Lets its process wait for this long, or longer if it is stopped meanwhile; throws {@link Death}. */
    public void waits(Duration wait) {
        int mine = life;
        time.passUntil(time.now().plus(wait));
        while (isStopped() && mine == life) {
            time.passUntil(stoppedUntil);
        }
        if (mine != life) {
            throw new Death(name);
        }
    }

    private void whenAble(int mine, Runnable what) {
        if (mine != life) {
            return;
        }
        if (isStopped()) {
            time.at(stoppedUntil, () -> whenAble(mine, what));
        } else {
            what.run();
        }
    }

    /** The process was killed while it waited. An error, so that it does not take its own death for a failure. */
    public static final class Death extends Error {
        Death(String name) {
            super(name + " was killed", null, false, false);
        }
    }
}
