package dev.drover.agent.app;

import dev.drover.agent.adapter.akka.Pace;
import dev.drover.agent.adapter.kafka.KafkaAddress;
import java.nio.file.Path;

/**
 * What one agent is told.
 *
 * @param journal a folder that is this agent's alone
 */
public record AgentSettings(KafkaAddress kafka, Path journal, Pace pace) {}
