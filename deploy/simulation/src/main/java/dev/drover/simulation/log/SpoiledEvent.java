package dev.drover.simulation.log;

/** An event that nobody can read for a while, as if a newer program had written it. */
final class SpoiledEvent {
    private final long position;
    private final SimRecord sound;
    private final Runnable noted;
    private boolean tried;

    /** {@code noted} is called when somebody tries for the first time. */
    SpoiledEvent(long position, SimRecord sound, Runnable noted) {
        this.position = position;
        this.sound = sound;
        this.noted = noted;
    }

    boolean isAt(long place) {
        return place == position;
    }

    SimRecord read() {
        if (!tried) {
            tried = true;
            noted.run();
        }
        return sound.tampered("ce_typeversion", "99", sound.value());
    }
}
