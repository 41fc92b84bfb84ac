package dev.drover.schema.command;

/** What all agents are told together about the rates they were granted. Hearing it twice is the same as once. */
public sealed interface LeaseNotice permits LeasesValidUntil {}
