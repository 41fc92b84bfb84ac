package dev.drover.planted.purity.outside;

import java.time.Instant;

/** Not a domain, so it may do as it likes. */
public final class Outside {
    Instant now() {
        return Instant.now();
    }
}
