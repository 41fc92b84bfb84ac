package dev.drover.schema.message;

import dev.drover.schema.command.LeasesValidUntil;
import dev.drover.schema.id.Epoch;

/**
 * Word on the leases, to every agent of a partition.
 *
 * @param epoch the ownership under which it was written; an older one no longer counts
 */
public record LeaseMessage(Head head, Epoch epoch, LeasesValidUntil lease) implements AgentMessage {}
