package dev.drover.agent.engine;

/** What an attempt is about at present. */
interface Phase {
    /** Takes a message; gives the phase that the next one is for. */
    Phase on(MigrationMessage message);

    /** Whether nothing is left to do. */
    default boolean isLast() {
        return false;
    }

    /** The last one. */
    enum Last implements Phase {
        /** Its end is reported. */
        OVER;

        @Override
        public Phase on(MigrationMessage late) {
            return this;
        }

        @Override
        public boolean isLast() {
            return true;
        }
    }
}
