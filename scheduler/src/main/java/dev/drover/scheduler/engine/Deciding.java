package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.schema.id.NodeId;

/** Who decides for a zone, and with whose advice. */
public record Deciding(NodeId node, ZoneDecider decider, Proposals proposals) {}
