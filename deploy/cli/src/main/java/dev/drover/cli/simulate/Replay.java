package dev.drover.cli.simulate;

import dev.drover.simulation.Violation;

/** How to see a violation again. */
final class Replay {
    private Replay() {}

    static String of(Violation violation) {
        return "deploy/bin/drover simulate --seeds " + violation.seed() + ".." + violation.seed() + " --verbose";
    }
}
