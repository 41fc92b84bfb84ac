package dev.drover.schema.command;

import java.time.Instant;

/** Every rate granted so far holds until then. An agent that hears no later word goes down to its floor. */
public record LeasesValidUntil(Instant until) implements LeaseNotice {}
