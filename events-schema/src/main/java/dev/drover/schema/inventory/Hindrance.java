package dev.drover.schema.inventory;

import dev.drover.schema.id.Check;

/** Something that keeps a vm from being migrated live; {@code detail} names what, and the cure where there is one. */
public record Hindrance(HindranceKind kind, String detail) {
    /** Long words are cut. */
    public Hindrance {
        detail = Check.cut(detail);
    }
}
