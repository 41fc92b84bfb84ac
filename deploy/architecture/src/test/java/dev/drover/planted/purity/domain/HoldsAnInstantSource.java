package dev.drover.planted.purity.domain;

import java.time.InstantSource;

record HoldsAnInstantSource(InstantSource source) {}
