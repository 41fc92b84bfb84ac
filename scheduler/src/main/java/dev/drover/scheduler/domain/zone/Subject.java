package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.event.HostCordoned;
import dev.drover.schema.event.HostEvent;
import dev.drover.schema.event.HostForgotten;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.HostQuarantined;
import dev.drover.schema.event.HostTrusted;
import dev.drover.schema.event.HostUncordoned;
import dev.drover.schema.event.InboxRead;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.PolicyChanged;
import dev.drover.schema.event.SchemaLevelRaised;
import dev.drover.schema.event.TopologyChanged;
import dev.drover.schema.event.VmForgotten;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneFrozen;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.event.ZoneThawed;
import dev.drover.schema.id.IntentId;
import java.util.Optional;

/** Which intent a fact has to do with, so that the whole story of one can be found by one word. */
final class Subject {
    private Subject() {}

    static Optional<IntentId> intentOf(ZoneState state, ZoneEvent event) {
        return switch (event) {
            case IntentEvent about -> Optional.of(about.intent());
            case MigrationPlanned planned -> Optional.of(planned.intent());
            case MigrationEvent about ->
                state.migrations()
                        .find(about.migration())
                        .map(migration -> migration.plan().intent());
            case ZoneFrozen by -> Optional.of(by.by());
            case ZoneThawed by -> Optional.of(by.by());
            case VmForgotten gone -> Optional.of(gone.by());
            case HostEvent host -> ofHost(host);
            case ZoneOwnershipTaken taken -> Optional.empty();
            case SchemaLevelRaised raised -> Optional.empty();
            case TopologyChanged changed -> Optional.empty();
            case PolicyChanged changed -> Optional.empty();
            case InboxRead read -> Optional.empty();
            case InputSetAside aside -> Optional.empty();
        };
    }

    private static Optional<IntentId> ofHost(HostEvent event) {
        return switch (event) {
            case HostCordoned by -> Optional.of(by.by());
            case HostUncordoned by -> Optional.of(by.by());
            case HostForgotten by -> Optional.of(by.by());
            case HostInventoryRecorded recorded -> Optional.empty();
            case HostQuarantined quarantined -> Optional.empty();
            case HostTrusted trusted -> Optional.empty();
        };
    }
}
