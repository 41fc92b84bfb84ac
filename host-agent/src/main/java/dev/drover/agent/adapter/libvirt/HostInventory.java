package dev.drover.agent.adapter.libvirt;

import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.Hindrance;
import dev.drover.schema.inventory.HindranceKind;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.unit.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** Reads a whole host. */
final class HostInventory {
    private static final int EVERY_DOMAIN = 0;
    private static final long KIBIBYTE = 1024;
    private static final int LONGEST_NAME = 255;

    private HostInventory() {}

    static HostFacts read(LibvirtSettings settings, Connect connect) throws LibvirtException {
        Movability movability = new Movability(SharedStorage.now(settings.sharedStorage())::isReachedByAll);
        List<VmFacts> vms = new ArrayList<>();
        for (Domain domain : connect.listAllDomains(EVERY_DOMAIN)) {
            try (DomainHandle handle = new DomainHandle(domain)) {
                facts(handle, movability).ifPresent(vms::add);
            }
        }
        Bytes memory = new Bytes(connect.nodeInfo().memory * KIBIBYTE);
        return new HostFacts(settings.host(), memory, settings.nic(), settings.migrationUri(), vms);
    }

    /** Empty where the vm was gone before it was looked at. */
    private static Optional<VmFacts> facts(DomainHandle handle, Movability movability) throws LibvirtException {
        try {
            VmId vm = handle.id();
            List<Hindrance> hindrances = new ArrayList<>();
            List<LocalDisk> disks = new ArrayList<>();
            read(handle, movability, hindrances, disks);
            if (!handle.persistent() && !comes(handle)) {
                hindrances.add(new Hindrance(
                        HindranceKind.NO_DEFINITION,
                        "libvirt has no definition of it that could stay: virsh define it"));
            }
            return Optional.of(
                    new VmFacts(vm, name(vm, handle.name()), handle.memory(), handle.state(), hindrances, disks));
        } catch (LibvirtException e) {
            if (e.getError().getCode() == ErrorNumber.VIR_ERR_NO_DOMAIN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** One vm with an odd definition, or with a disk that is gone, must not hide all others. */
    private static void read(
            DomainHandle handle, Movability movability, List<Hindrance> hindrances, List<LocalDisk> disks)
            throws LibvirtException {
        try {
            DomainXml xml = DomainXml.parse(handle.xml());
            hindrances.addAll(movability.hindrances(xml));
            if (!comes(handle)) { // libvirt would let the question wait until it has come
                disks.addAll(movability.disks(xml, handle::capacity));
            }
        } catch (IllegalArgumentException odd) {
            hindrances.add(
                    new Hindrance(HindranceKind.NO_DEFINITION, "its definition can't be read: " + odd.getMessage()));
        } catch (LibvirtException unknown) {
            if (unknown.getError().getCode() == ErrorNumber.VIR_ERR_NO_DOMAIN) {
                throw unknown;
            }
            hindrances.add(new Hindrance(
                    HindranceKind.LOCAL_DISK, "a disk of it can't be looked at: " + LibvirtErrors.words(unknown)));
        }
    }

    /** The definition of one that comes comes last. */
    private static boolean comes(DomainHandle handle) throws LibvirtException {
        return handle.job().direction() == JobDirection.INCOMING;
    }

    /** One vm with an odd name must not hide all others, so it is shown as well as it can be. */
    static VmName name(VmId vm, String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        String cut = printable.substring(0, Math.min(printable.length(), LONGEST_NAME));
        return new VmName(cut.isBlank() ? vm.toString() : cut);
    }
}
