package dev.drover.cli.drain;

import dev.drover.schema.id.Actor;

/** Who asks. */
final class Operator {
    private Operator() {}

    /** The person at the terminal; a name may hold signs that an actor may not. */
    static Actor atTheTerminal() {
        String name = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._:-]", "-");
        return Actor.operator(name.isEmpty() ? "unknown" : name);
    }
}
