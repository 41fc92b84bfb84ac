package dev.drover.bench.result;

/**
 * One fleet's figures.
 *
 * @param engine medians of its rounds
 * @param raw medians of raw Kafka's rounds
 * @param engineToRaw the median of the pairs' ratios of inputs a second
 */
public record SizeResult(
        int vms,
        int hosts,
        Load load,
        Throughput engine,
        Throughput raw,
        double engineToRaw,
        ReplayResult replay,
        RestartResult restart,
        PlanningResult planning,
        HeapResult heap) {}
