package dev.drover.planted.purity.domain;

import java.time.Instant;
import java.time.LocalDate;

class AsksTheTime {
    String now() {
        return Instant.now() + " " + LocalDate.now();
    }
}
