package dev.drover.agent.port;

import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;

/** Two hosts with a network between them and guests to move: where {@link HypervisorContract} is played. */
public interface HypervisorStage extends AutoCloseable {
    /** The host the guests start on. */
    Hypervisor source();

    /** The host they go to. */
    Hypervisor destination();

    /** A new connection to the source's hypervisor, as a restarted agent would make; the caller closes it. */
    Hypervisor reconnectToSource();

    /** Starts a guest at the source that rewrites {@code dirtyRate} of its memory each second over {@code hotSet}. */
    VmId startGuest(String name, Bytes memory, Bytes hotSet, BitsPerSecond dirtyRate);

    /** Starts a quiet guest at the source whose memory compression makes much smaller. */
    VmId startTextGuest(String name, Bytes memory);

    /**
     * Starts a quiet guest at the source that writes to a disk of its own there, of which the first quarter is checked; it
     * builds on {@link #base} where that is asked for, which then lies at both hosts.
     */
    VmId startGuestWithDisk(String name, Bytes memory, Bytes disk, boolean onBase);

    /** Makes packets between the two vanish, until the stage is closed. */
    void cutNetwork();

    /** The guest's own verdict: its memory is intact and it ran in one place at a time. Fails the test otherwise. */
    void assertGuestIntact(VmId vm);

    @Override
    void close();
}
