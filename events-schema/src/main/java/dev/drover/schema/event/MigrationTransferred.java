package dev.drover.schema.event;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.report.TransferFigures;
import java.time.Instant;
import java.util.Optional;

/** The source says the guest left; the destination is asked whether it runs there, again at {@code dueAt}. */
public record MigrationTransferred(
        MigrationId migration, Attempt attempt, Sequence command, Optional<TransferFigures> figures, Instant dueAt)
        implements MigrationEvent {}
