package dev.drover.agent.port;

import dev.drover.schema.inventory.VmState;
import java.util.Optional;

/**
 * What a host knows of a vm.
 *
 * @param state empty when the host does not know the vm at all
 * @param jobActive whether a migration of it runs here, outgoing or incoming
 */
public record Sighting(Optional<VmState> state, boolean jobActive) {
    /** The host does not know the vm. */
    public static final Sighting NOTHING = new Sighting(Optional.empty(), false);

    /** Whether it is here in exactly this state. */
    public boolean is(VmState expected) {
        return state.filter(expected::equals).isPresent();
    }
}
