package dev.drover.schema.report;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmState;
import java.util.Optional;

/** What the reporting host's libvirt said of a vm when asked. Without {@code state} it does not know the vm. */
public record VmObserved(MigrationId migration, Attempt attempt, VmId vm, Optional<VmState> state, boolean jobActive)
        implements MigrationReport {}
