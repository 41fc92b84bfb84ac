package dev.drover.cli.failover;

/** What happens to the owner of a zone. */
enum Trouble {
    /** SIGKILL. */
    KILLED("kill -9"),
    /** SIGSTOP, and SIGCONT once another has taken over. */
    FROZEN("freeze"),
    /** SIGTERM. */
    STOPPED("orderly stop");

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    /** Each in turn. */
    static Trouble of(int round) {
        return values()[round % values().length];
    }

    @Override
    public String toString() {
        return words;
    }
}
