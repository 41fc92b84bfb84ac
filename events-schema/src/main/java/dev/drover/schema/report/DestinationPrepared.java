package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.transfer.CopyMode;

/**
 * The destination is ready to take the vm.
 *
 * @param command which command this answers: while a later one may still make its files anew, nothing may come there
 * @param mode how much of its disks it lacks
 */
public record DestinationPrepared(MigrationId migration, Attempt attempt, Sequence command, CopyMode mode)
        implements MigrationReport {}
