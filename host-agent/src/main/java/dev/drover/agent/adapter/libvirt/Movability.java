package dev.drover.agent.adapter.libvirt;

import static dev.drover.schema.inventory.HindranceKind.ENCRYPTED_MEMORY;
import static dev.drover.schema.inventory.HindranceKind.HOST_DEVICE;
import static dev.drover.schema.inventory.HindranceKind.HOST_FOLDER;
import static dev.drover.schema.inventory.HindranceKind.LOCAL_DISK;

import dev.drover.schema.inventory.Hindrance;
import dev.drover.schema.inventory.LocalDisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.libvirt.LibvirtException;
import org.w3c.dom.Element;

/** What in a definition keeps a domain from being migrated live. */
final class Movability {
    private static final String DISKS = "devices/disk[not(@device) or @device='disk' or @device='lun']";
    private static final String PASSED_THROUGH = "devices/hostdev[not(teaming/@type='transient')]"
            + " | devices/interface[@type='hostdev'][not(teaming/@type='transient')]";

    private final Predicate<String> reachedByAll;

    /** {@code reachedByAll} tells whether other hosts reach a file or block device of this path too. */
    Movability(Predicate<String> reachedByAll) {
        this.reachedByAll = reachedByAll;
    }

    /** Nothing, for most. */
    List<Hindrance> hindrances(DomainXml xml) {
        return Stream.of(
                        xml.all(PASSED_THROUGH).stream().map(Movability::device),
                        xml.all("devices/filesystem").stream().map(Movability::folder),
                        xml.all(DISKS).stream().flatMap(disk -> localDisk(disk).stream()),
                        xml.all("launchSecurity").stream().map(Movability::encryption))
                .flatMap(found -> found)
                .toList();
    }

    private static Hindrance device(Element device) {
        return new Hindrance(
                HOST_DEVICE,
                name(device)
                        + " of its host is passed through to it; pair it with a virtio interface (<teaming>), or stop"
                        + " the vm to move it");
    }

    private static String name(Element device) {
        return DomainXml.text(device, "source/address/@slot")
                .map(slot -> "PCI device "
                        + DomainXml.text(device, "source/address/@domain").orElse("0x0000") + ":"
                        + DomainXml.text(device, "source/address/@bus").orElse("?") + ":" + slot + "."
                        + DomainXml.text(device, "source/address/@function").orElse("?"))
                .orElseGet(() -> DomainXml.text(device, "@type")
                        .filter(type -> !type.equals("hostdev"))
                        .map(type -> "a device (" + type + ")")
                        .orElse("a device"));
    }

    private static Hindrance folder(Element folder) {
        return new Hindrance(
                HOST_FOLDER,
                "it shares the folder " + DomainXml.text(folder, "source/@dir").orElse("?")
                        + " of its host; detach it first");
    }

    private Optional<Hindrance> localDisk(Element disk) {
        String target = DomainXml.text(disk, "target/@dev").orElse("?");
        return switch (disk.getAttribute("type")) {
            case "network" -> Optional.empty();
            case "file", "block", "" ->
                localPath(disk)
                        .filter(path -> LocalDisks.copyable(disk).isEmpty())
                        .map(path -> new Hindrance(
                                LOCAL_DISK,
                                "its disk " + target + ", " + path
                                        + ", lies on its host alone and can't go along; put it on shared storage"));
            case String other ->
                Optional.of(new Hindrance(
                        LOCAL_DISK,
                        "its disk " + target + " is of type " + other
                                + ", of which nobody can tell whether other hosts reach it; define it by its file, device or"
                                + " network address"));
        };
    }

    /** Disks that go along where they may, and are no hindrance then. */
    List<LocalDisk> disks(DomainXml xml, LocalDisks.Capacity capacity) throws LibvirtException {
        List<LocalDisk> found = new ArrayList<>();
        for (Element disk : xml.all(DISKS)) {
            Optional<LocalDisks.Copyable> copyable = localPath(disk).flatMap(path -> LocalDisks.copyable(disk));
            if (copyable.isPresent()) {
                found.add(copyable.get().of(capacity));
            }
        }
        return found;
    }

    private Optional<String> localPath(Element disk) {
        return DomainXml.text(disk, "source/@file | source/@dev").filter(path -> !reachedByAll.test(path));
    }

    private static Hindrance encryption(Element security) {
        return new Hindrance(
                ENCRYPTED_MEMORY,
                "its memory is encrypted by its host's processor ("
                        + DomainXml.text(security, "@type").orElse("?") + "); stop the vm to move it");
    }
}
