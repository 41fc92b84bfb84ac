package dev.drover.agent.adapter.kafka;

import dev.drover.agent.domain.ZoneTime;
import dev.drover.schema.message.AgentMessage;

/**
 * What a host was told.
 *
 * @param time how late it is at least, by all that was read up to now: also by what lies behind this message
 */
public record Heard(AgentMessage message, ZoneTime time) {}
