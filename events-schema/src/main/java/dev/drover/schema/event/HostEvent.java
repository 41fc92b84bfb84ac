package dev.drover.schema.event;

import dev.drover.schema.id.HostId;

/** Something about one host. */
public sealed interface HostEvent extends ZoneEvent
        permits HostInventoryRecorded, HostCordoned, HostUncordoned, HostForgotten, HostQuarantined, HostTrusted {
    /** The host. */
    HostId host();

    @Override
    default String subject() {
        return "hosts/" + host().value();
    }
}
