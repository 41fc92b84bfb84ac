package dev.drover.bench.result;

/**
 * One state in memory: used heap after a full collection while it is held, less the same once it is let go.
 *
 * @param stateBytes of this fleet's
 * @param bytesPer100kVms in proportion
 */
public record HeapResult(long stateBytes, long bytesPer100kVms) {}
