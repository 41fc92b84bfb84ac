package dev.drover.bench.result;

/**
 * Reading the whole log of a zone.
 *
 * @param events in it
 * @param eventsPerSecond read, decoded and folded
 * @param rawRecordsPerSecond read with the same fetch settings, bytes only
 * @param droverToRaw the median of the pairs
 */
public record ReplayResult(long events, double eventsPerSecond, double rawRecordsPerSecond, double droverToRaw) {}
