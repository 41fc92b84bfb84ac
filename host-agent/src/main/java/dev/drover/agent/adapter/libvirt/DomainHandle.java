package dev.drover.agent.adapter.libvirt;

import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.Domain.GetJobStatsFlags;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.libvirt.NativeAccess;
import org.libvirt.TypedParameter;

/** A vm as libvirt knows it on this host, good while the connection is in use. Each method is a call or two. */
final class DomainHandle implements AutoCloseable {
    /** {@code VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY}. */
    private static final int IN_POSTCOPY = 1;

    /** {@code VIR_DOMAIN_UNDEFINE_KEEP_NVRAM}. */
    private static final int KEEP_NVRAM = 1 << 3;

    private static final int WITHOUT_SECRETS = 0;
    private static final int NO_BLOCK_JOB = 0;
    private static final long KIBIBYTE = 1024;

    private final Domain domain;

    private record RawState(int state, int reason) {}

    DomainHandle(Domain domain) {
        this.domain = domain;
    }

    /** Empty where libvirt does not know the vm. */
    static Optional<DomainHandle> find(Connect connect, VmId vm) throws LibvirtException {
        try {
            return Optional.of(new DomainHandle(connect.domainLookupByUUIDString(vm.toString())));
        } catch (LibvirtException e) {
            if (e.getError().getCode() == ErrorNumber.VIR_ERR_NO_DOMAIN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    VmId id() throws LibvirtException {
        return VmId.of(domain.getUUIDString());
    }

    String name() throws LibvirtException {
        return domain.getName();
    }

    /** The most it can use. */
    Bytes memory() throws LibvirtException {
        return new Bytes(Math.multiplyExact(domain.getMaxMemory(), KIBIBYTE));
    }

    VmState state() throws LibvirtException {
        RawState now = rawState();
        return VmStates.dependsOnJob(now.state)
                ? standing().state()
                : VmStates.of(now.state, now.reason, JobDirection.NONE);
    }

    /** Asks for the state before and after the job, or a vm that leaves just now could look like one that stays. */
    Standing standing() throws LibvirtException {
        RawState before;
        RawState after = rawState();
        JobDirection job;
        do {
            before = after;
            job = job().direction();
            after = rawState();
        } while (!after.equals(before));
        return new Standing(VmStates.of(after.state, after.reason, job), job);
    }

    /** Whether it runs at the destination, or would if it still can, while its memory is still here in part. */
    boolean inPostCopy() throws LibvirtException {
        RawState now = rawState();
        return VmStates.inPostCopy(now.state, now.reason);
    }

    private RawState rawState() throws LibvirtException {
        IntByReference state = new IntByReference();
        IntByReference reason = new IntByReference();
        NativeAccess.check(LibvirtExtension.INSTANCE.virDomainGetState(NativeAccess.pointer(domain), state, reason, 0));
        return new RawState(state.getValue(), reason.getValue());
    }

    /**
     * The job that runs now, if one does. libvirt keeps the one of a post-copy that failed, and lets it run again when
     * QEMU has found the other end.
     */
    JobStats job() throws LibvirtException {
        RawState now = rawState();
        return VmStates.postCopyFailed(now.state, now.reason) ? JobStats.NO_STATS : kept();
    }

    private JobStats kept() throws LibvirtException {
        try {
            return JobStats.of(domain.getJobStats(0));
        } catch (LibvirtException e) {
            return switch (e.getError().getCode()) {
                // Figures are for the source to give.
                case VIR_ERR_OPERATION_UNSUPPORTED -> JobStats.ARRIVING;
                // It is not active; or this driver knows no jobs.
                case VIR_ERR_OPERATION_INVALID, VIR_ERR_NO_SUPPORT -> JobStats.NO_STATS;
                default -> throw e;
            };
        }
    }

    /** The last job that is over, if libvirt remembers; it goes on remembering. */
    JobStats lastJob() throws LibvirtException {
        try {
            return JobStats.of(domain.getJobStats(GetJobStatsFlags.COMPLETED | GetJobStatsFlags.KEEP_COMPLETED));
        } catch (LibvirtException e) {
            if (e.getError().getCode() == ErrorNumber.VIR_ERR_NO_SUPPORT) {
                return JobStats.NO_STATS;
            }
            throw e;
        }
    }

    /** How it is defined now. */
    String xml() throws LibvirtException {
        return domain.getXMLDesc(WITHOUT_SECRETS);
    }

    /** Whether its definition stays when it stops or leaves. */
    boolean persistent() throws LibvirtException {
        return domain.isPersistent() == 1;
    }

    boolean autostart() throws LibvirtException {
        return domain.getAutostart();
    }

    void setAutostart(boolean on) throws LibvirtException {
        domain.setAutostart(on);
    }

    /** Blocks until the migration is over; it throws where it did not work. */
    void migrate(MigrationRequest request) throws LibvirtException {
        MigrationTerms terms = MigrationTerms.of(request);
        domain.migrateToURI(
                request.destination().value(), terms.parameters().toArray(TypedParameter[]::new), terms.flags());
    }

    /** Of the migration that sends now, before and in post-copy, and of the disks that go along. */
    void setRate(BitsPerSecond rate) throws LibvirtException {
        List<DeviceId> disks = job().copiesDisks() ? disksUnderWay() : List.of();
        NativeLong speed = new NativeLong(QemuRate.toCommand(rate, disks.size()));
        for (DeviceId disk : disks) {
            NativeAccess.check(LibvirtExtension.INSTANCE.virDomainBlockJobSetSpeed(
                    NativeAccess.pointer(domain), disk.value(), speed, 0));
        }
        for (int when : new int[] {IN_POSTCOPY, 0}) {
            NativeAccess.check(
                    LibvirtExtension.INSTANCE.virDomainMigrateSetMaxSpeed(NativeAccess.pointer(domain), speed, when));
        }
    }

    private List<DeviceId> disksUnderWay() throws LibvirtException {
        List<DeviceId> found = new ArrayList<>();
        for (DeviceId disk : DomainXml.parse(xml()).diskNames()) {
            if (domain.getBlockJobInfo(disk.value(), 0).type != NO_BLOCK_JOB) {
                found.add(disk);
            }
        }
        return found;
    }

    /** How large one of its disks is to it. */
    Bytes capacity(DeviceId disk) throws LibvirtException {
        return new Bytes(domain.blockInfo(disk.value()).getCapacity());
    }

    /** Of the migration that sends now. */
    void setDowntime(Duration limit) throws LibvirtException {
        domain.migrateSetMaxDowntime(limit.toMillis());
    }

    /** Of the migration that sends now; returns before the guest runs there. */
    void startPostCopy() throws LibvirtException {
        NativeAccess.check(LibvirtExtension.INSTANCE.virDomainMigrateStartPostCopy(NativeAccess.pointer(domain), 0));
    }

    void beginDirtyRate(int seconds) throws LibvirtException {
        NativeAccess.check(
                LibvirtExtension.INSTANCE.virDomainStartDirtyRateCalc(NativeAccess.pointer(domain), seconds, 0));
    }

    /** As it was measured last; empty while it is being measured. */
    Optional<BitsPerSecond> dirtyRate() throws LibvirtException {
        return DirtyRate.of(domain);
    }

    /** Returns before the job is gone. */
    void abortJob() throws LibvirtException {
        domain.abortJob();
    }

    /** Removes the definition and nothing else. */
    void undefine() throws LibvirtException {
        try {
            domain.undefine();
        } catch (LibvirtException e) {
            if (e.getError().getCode() != ErrorNumber.VIR_ERR_OPERATION_INVALID) {
                throw e;
            }
            // It wants to be told about the NVRAM file, which may be on storage that the vm uses where it runs now.
            domain.undefine(KEEP_NVRAM);
        }
    }

    @Override
    public void close() throws LibvirtException {
        domain.free();
    }
}
