package dev.drover.scheduler.domain.walk;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;

/** A migration as the hypervisors run it. */
record ModelJob(MigrationId migration, Attempt attempt, VmId vm, HostId source, HostId destination) {}
