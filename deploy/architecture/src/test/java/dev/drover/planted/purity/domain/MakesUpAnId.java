package dev.drover.planted.purity.domain;

import java.util.UUID;

class MakesUpAnId {
    UUID id() {
        return UUID.randomUUID();
    }
}
