package dev.drover.schema.message;

/** What a zone is told, in the order of its inbox. */
public sealed interface InboxMessage extends Message permits IntentMessage, ReportMessage {}
