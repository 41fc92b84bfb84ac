package dev.drover.bench.race.track;

/** Who starts moves and says how fast they may be. What the track tells it comes before it is asked to act. */
public interface Rule {
    /** For the result. */
    String name();

    /** In which order moves wait. */
    int[] order();

    /** Starts what may start, and says how fast what runs may be. */
    void act(Track track);

    /** Whether the guest may be stopped for the rest of its memory, should that be little enough now. */
    default boolean mayStop(int move) {
        return true;
    }

    /** The guest stands still, and what is left is sent as fast as the path allows, whatever limit there was. */
    default void stopped(int move) {}

    /** It sends nothing any more. */
    default void sent(int move) {}
}
