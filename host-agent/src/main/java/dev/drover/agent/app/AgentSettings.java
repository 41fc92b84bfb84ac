package dev.drover.agent.app;

import dev.drover.agent.adapter.kafka.KafkaAddress;
import dev.drover.agent.engine.Pace;
import java.nio.file.Path;

/**
 * What one agent is told.
 *
 * @param journal a folder that is this agent's alone
 */
public record AgentSettings(KafkaAddress kafka, Path journal, Pace pace) {}
