package dev.drover.planted.purity.domain;

import java.time.Clock;

record HoldsAClock(Clock clock) {}
