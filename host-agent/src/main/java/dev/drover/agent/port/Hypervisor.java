package dev.drover.agent.port;

import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.Optional;

/**
 * The hypervisor of one host. Every call may block and every call may throw {@link HypervisorException}; calls from
 * several threads at once are fine, also about the same vm. One contract suite holds for all drivers.
 */
public interface Hypervisor extends AutoCloseable {
    /** The host with all vms it knows, running or not. */
    HostFacts inventory();

    /** What the host knows of this vm; never throws because it knows nothing. */
    Sighting observe(VmId vm);

    /**
     * Migrates a running vm to another host and returns when the job is over, either way. The vm's definition stays
     * behind at the source, without autostart, until {@link #release}. The job belongs to the hypervisor, not to this
     * process: it goes on when the process dies.
     */
    JobResult migrate(MigrationRequest request);

    /** The figures of the vm's running outgoing migration; empty when there is none. */
    Optional<JobProgress> progress(VmId vm);

    /**
     * Lets the vm's running outgoing migration send at most {@code rate}, rounded down to whole MiB/s, at least one for
     * the memory and for each disk that goes along. In post-copy too, save for the pages that the guest asks for: they are
     * sent at once, on top of it.
     */
    void setRate(VmId vm, BitsPerSecond rate);

    /**
     * Lets the vm's running outgoing migration stop the guest for its last pass as soon as that takes no longer than
     * {@code limit}. Without such a migration, {@link HypervisorException}.
     */
    void setDowntime(VmId vm, Duration limit);

    /**
     * Switches the vm's running outgoing migration to post-copy: the guest goes on at the destination at once, and
     * fetches what is missing there. There is no way back: if either end is lost from now on, so is the guest. Without
     * such a migration, or where its {@link TransferOptions} did not allow it, {@link HypervisorException}.
     */
    void startPostCopy(VmId vm);

    /**
     * How much memory the running guest changes, looked at for {@code period}, in whole seconds, at least one. The
     * hypervisor looks at a sample of pages: it overlooks a hot set that is a small part of the memory. Where the vm does
     * not run here, {@link HypervisorException}.
     */
    BitsPerSecond measureDirtyRate(VmId vm, Duration period);

    /**
     * Stops the vm's outgoing migration where that leaves the guest running here, and returns when no job is left.
     * Without one, or where the guest has left already (post-copy, or all its memory is across), it does nothing: the
     * migration then ends as it would have. Doing it again is the same as once. A migration that is stopped in its last
     * moment may say that it failed in words of its own; that it was stopped is for the caller to remember.
     */
    void abort(VmId vm);

    /** How the last outgoing migration of a vm that left went; empty when the hypervisor has forgotten. */
    Optional<JobResult.Completed> lastJob(VmId vm);

    /** Whether a file lies there that could be a disk. */
    boolean holds(FilePath file);

    /**
     * Makes an empty file for a disk of a vm that is to come, at the same path as where it runs; {@code mode} is whether it
     * builds on its base, which must be here then. Where something lies there already, or there is no folder or no room,
     * {@link HypervisorException}.
     */
    void makeDisk(LocalDisk disk, CopyMode mode);

    /** Removes a file; where none is, it does nothing. */
    void removeDisk(FilePath file);

    /**
     * Removes what stayed of a vm that migrated away. Doing it again does nothing. Refuses, with
     * {@link HypervisorException}, when the vm is running, paused or incoming here.
     */
    void release(VmId vm);

    /** Calls {@code listener} soon after anything changed that {@link #inventory} would show; never from within a call. */
    void onChange(Runnable listener);

    /** Lets go of the hypervisor. Running migrations go on. */
    @Override
    void close();
}
