package dev.drover.planted.purity.domain;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

class AsksTheTimeLater {
    Supplier<Instant> clock() {
        return Instant::now;
    }

    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
