package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.zone.Decider;
import dev.drover.schema.id.NodeId;

/** Who decides for a zone, and with whose advice. */
public record Deciding(NodeId node, Decider decider, Proposals proposals) {}
