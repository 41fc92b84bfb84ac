package dev.drover.agent.domain;

import dev.drover.schema.report.SourceVerdict;

/** An attempt whose end the zone has been told. */
public record EndedAttempt(AttemptKey key, SourceVerdict verdict) {}
