package dev.drover.planted.purity.domain;

import java.util.concurrent.CompletableFuture;

record WaitsForAFuture(CompletableFuture<String> later) {}
