package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.agent.port.DisksContract;
import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.HypervisorStage;
import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.inventory.ImageFormat;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is promised of disks, held to by real libvirt and QEMU. */
@Tag("lab")
class LibvirtDisksLabTest extends DisksContract {
    private static Lab lab;

    @BeforeAll
    static void up() {
        lab = Lab.up(5);
    }

    @AfterAll
    static void down() {
        lab.close();
    }

    @Override
    protected HypervisorStage stage() {
        return new LabStage(lab);
    }

    @AfterEach
    void no_pool_of_ours_is_left() {
        for (String host : List.of("h1", "h2")) {
            assertThat(lab.virsh(host, "pool-list", "--all", "--name")).isBlank();
        }
    }

    @Test
    void where_there_is_no_folder_there_is_no_file_and_the_refusal_names_the_folder() {
        FilePath nowhere = new FilePath("/lab/nowhere/a.qcow2");
        LocalDisk disk =
                new LocalDisk(new DeviceId("vda"), nowhere, ImageFormat.QCOW2, Bytes.mebibytes(1), Optional.empty());
        try (LibvirtHypervisor host = LibvirtHypervisor.connect(lab.settings("h1"))) {
            assertThat(host.holds(nowhere)).isFalse();
            host.removeDisk(nowhere);
            assertThatThrownBy(() -> host.makeDisk(disk, CopyMode.FULL))
                    .isInstanceOf(HypervisorException.class)
                    .hasMessageContaining("there is no folder /lab/nowhere on this host; make it");
        }
    }

    @Test
    void a_pool_of_that_folder_that_is_not_started_is_named_with_the_cure() {
        lab.virsh("h1", "pool-define-as", "idle", "dir", "--target", "/lab/disks");
        try (LibvirtHypervisor host = LibvirtHypervisor.connect(lab.settings("h1"))) {
            assertThatThrownBy(() -> host.holds(new FilePath("/lab/disks/a.raw")))
                    .isInstanceOf(HypervisorException.class)
                    .hasMessageContaining("virsh pool-start idle");
        } finally {
            lab.virsh("h1", "pool-undefine", "idle");
        }
    }

    @Test
    void a_folder_that_is_a_pool_already_stays_one() {
        lab.virsh("h1", "pool-create-as", "mine", "dir", "--target", "/lab/disks");
        LocalDisk disk = new LocalDisk(
                new DeviceId("vda"),
                new FilePath("/lab/disks/a & b.raw"),
                ImageFormat.RAW,
                Bytes.mebibytes(1),
                Optional.empty());
        try (LibvirtHypervisor host = LibvirtHypervisor.connect(lab.settings("h1"))) {
            host.makeDisk(disk, CopyMode.FULL);
            assertThat(host.holds(disk.path())).isTrue();
            host.removeDisk(disk.path());
            assertThat(host.holds(disk.path())).isFalse();
            assertThat(lab.virsh("h1", "pool-list", "--name")).isEqualTo("mine");
        } finally {
            lab.virsh("h1", "pool-destroy", "mine");
        }
    }
}
