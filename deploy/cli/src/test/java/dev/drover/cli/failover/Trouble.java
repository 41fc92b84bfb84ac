package dev.drover.cli.failover;

import java.util.List;

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

    /** What round {@code crash} brings: the crashes in turn, and an orderly stop after every fourth. */
    static List<Trouble> of(int crash) {
        return switch (crash % 4) {
            case 0, 2 -> List.of(KILLED);
            case 1 -> List.of(FROZEN);
            default -> List.of(FROZEN, STOPPED);
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
