package dev.drover.bench.converge;

import dev.drover.agent.domain.converge.Consents;
import java.util.Locale;
import java.util.Optional;

/** What the owners of all guests consent to. Each rule gets the same, as far as it knows what to do with it. */
enum Allowed {
    NOTHING,
    AUTO_CONVERGE,
    AUTO_CONVERGE_AND_POST_COPY;

    Consents consents() {
        return switch (this) {
            case NOTHING -> Consents.NONE;
            case AUTO_CONVERGE -> new Consents(true, false, Optional.empty());
            case AUTO_CONVERGE_AND_POST_COPY -> Consents.ALL_BUT_PAUSE;
        };
    }

    /** As results name it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
