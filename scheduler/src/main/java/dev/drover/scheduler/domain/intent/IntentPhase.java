package dev.drover.scheduler.domain.intent;

/** Where an accepted intent is in its life. {@link IntentLifecycle} says what leads from one to the next. */
public enum IntentPhase {
    /** It is worked on. */
    ACTIVE,
    /** Nothing more is started for it until it is resumed. */
    PAUSED,
    /** What runs for it is being stopped. */
    CANCELLING,
    /** It has its outcome; the hosts of an evacuation stay empty until they are released. */
    ENDED,
    /** Over, and its hosts may be used again. */
    RELEASED;

    /** Whether there is something left to do for it. */
    public boolean isOpen() {
        return this == ACTIVE || this == PAUSED || this == CANCELLING;
    }
}
