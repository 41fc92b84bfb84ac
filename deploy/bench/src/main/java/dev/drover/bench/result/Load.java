package dev.drover.bench.result;

import java.util.SortedMap;

/**
 * What every measured round did.
 *
 * @param inputs in all batches together
 * @param eventsPerInput written for each, on average
 * @param commandsPerInput likewise
 * @param inboxBytesPerInput the size of an input's record value
 * @param logBytesPerInput what is written for one: values of events, commands and snapshot parts
 * @param mix the share of each kind of input
 */
public record Load(
        int batches,
        int inputs,
        double inputsPerBatch,
        double eventsPerInput,
        double commandsPerInput,
        double inboxBytesPerInput,
        double logBytesPerInput,
        SortedMap<String, Double> mix) {}
