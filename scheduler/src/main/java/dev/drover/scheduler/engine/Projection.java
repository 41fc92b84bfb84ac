package dev.drover.scheduler.engine;

import java.util.List;

/**
 * Something that is made of a zone's events outside of it: an export, an index, a stream to browsers. It hears every
 * event at least once and in order; after a crash it may hear the last ones again, and tells them by their ids.
 */
public interface Projection {
    /** Its name, for ever: under it stands how far it has come. Letters, digits and dashes. */
    String name();

    /**
     * Takes in the next events. How far it has come is stored after this returns, so what is not durable by then may be
     * lost. What it throws makes it hear them again.
     */
    void take(List<LoggedEvent> events);
}
