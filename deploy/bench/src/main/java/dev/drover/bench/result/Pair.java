package dev.drover.bench.result;

/**
 * One round of Drover and the round of raw Kafka beside it.
 *
 * @param drover of one
 * @param raw of the other
 */
public record Pair<T>(T drover, T raw) {}
