package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.port.HypervisorContract;
import dev.drover.agent.port.HypervisorStage;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.Hindrance;
import dev.drover.schema.inventory.HindranceKind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract, held to by real libvirt and QEMU. */
@Tag("lab")
class LibvirtHypervisorLabTest extends HypervisorContract {
    private static Lab lab;

    @BeforeAll
    static void up() {
        lab = Lab.up(1);
    }

    @AfterAll
    static void down() {
        lab.close();
    }

    @Override
    protected HypervisorStage stage() {
        return new LabStage(lab);
    }

    @Test
    void what_keeps_a_vm_from_being_moved_is_in_the_inventory() {
        VmId free = lab.startGuest("h1", "free");
        VmId onDisk = lab.startGuest("h1", "on-disk", "--disk-mb", "8");
        VmId passing = lab.startGuest("h1", "passing", "--transient");
        try (LibvirtHypervisor source = LibvirtHypervisor.connect(lab.settings("h1"))) {
            assertThat(hindrances(source, free)).isEmpty();
            assertThat(hindrances(source, onDisk))
                    .containsExactly(new Hindrance(
                            HindranceKind.LOCAL_DISK,
                            "its disk hda, /lab/disks/on-disk.qcow2, lies on its host alone; let disks go along"
                                    + " (--copy-disks), or put it on shared storage"));
            assertThat(hindrances(source, passing))
                    .extracting(Hindrance::kind)
                    .containsExactly(HindranceKind.NO_DEFINITION);
        }
        LibvirtSettings shared = lab.settings("h1").withSharedStorage(List.of(Path.of("/lab/disks")));
        try (LibvirtHypervisor source = LibvirtHypervisor.connect(shared)) {
            assertThat(hindrances(source, onDisk)).isEmpty();
        }
        lab.clear();
    }

    private static List<Hindrance> hindrances(LibvirtHypervisor host, VmId vm) {
        return host.inventory().vm(vm).orElseThrow().hindrances(false);
    }
}
