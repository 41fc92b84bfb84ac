package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.unit.BitsPerSecond;

/**
 * The migration sends at no more than {@code rate} from now on.
 *
 * @param command which command this answers: an answer to an earlier one frees nothing that a later one granted
 */
public record RateApplied(MigrationId migration, Attempt attempt, Sequence command, BitsPerSecond rate)
        implements MigrationReport {}
