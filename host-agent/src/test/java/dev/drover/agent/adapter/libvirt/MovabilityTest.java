package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.inventory.BaseImage;
import dev.drover.schema.inventory.Hindrance;
import dev.drover.schema.inventory.HindranceKind;
import dev.drover.schema.inventory.ImageFormat;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirt.LibvirtException;

class MovabilityTest {
    private final Movability movability = new Movability(path -> path.startsWith("/shared/"));

    @Test
    void a_vm_with_network_and_shared_disks_and_a_cd_of_its_host_is_kept_by_nothing() {
        assertThat(hindrances("""
                        <disk type='file' device='disk'><source file='/shared/a.qcow2'/><target dev='vda'/></disk>
                        <disk type='network' device='disk'>
                          <source protocol='rbd' name='pool/a'/><target dev='vdb'/>
                        </disk>
                        <disk type='file' device='cdrom'><source file='/iso/setup.iso'/><target dev='sda'/></disk>
                        <interface type='bridge'><source bridge='br0'/></interface>
                        """)).isEmpty();
    }

    @Test
    void a_pci_device_of_the_host_is_named_by_its_address() {
        assertThat(hindrances("""
                        <hostdev mode='subsystem' type='pci' managed='yes'>
                          <source><address domain='0x0000' bus='0x3b' slot='0x02' function='0x1'/></source>
                        </hostdev>
                        """)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(HindranceKind.HOST_DEVICE);
            assertThat(found.detail())
                    .startsWith("PCI device 0x0000:0x3b:0x02.0x1 of its host is passed through to it; pair it with");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<interface type='hostdev'><teaming type='transient' persistent='ua-net0'/></interface>",
                "<hostdev mode='subsystem' type='pci'><teaming type='transient' persistent='ua-net0'/></hostdev>"
            })
    void half_of_a_failover_pair_keeps_nothing(String device) {
        assertThat(hindrances(device)).isEmpty();
    }

    @Test
    void a_network_card_that_is_passed_through_alone_keeps_it() {
        assertThat(hindrances("<interface type='hostdev'><source/></interface>"))
                .extracting(Hindrance::kind)
                .containsExactly(HindranceKind.HOST_DEVICE);
    }

    @Test
    void a_folder_of_the_host_keeps_it() {
        assertThat(hindrances("<filesystem type='mount'><source dir='/srv/data'/></filesystem>"))
                .containsExactly(new Hindrance(
                        HindranceKind.HOST_FOLDER, "it shares the folder /srv/data of its host; detach it first"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<disk type='file'><source file='/local/a.img'/><target dev='vda'/></disk>",
                "<disk type='file'><driver type='vmdk'/><source file='/local/a.img'/><target dev='vda'/></disk>",
                "<disk type='file'><driver type='raw'/><readonly/><source file='/local/a.img'/><target dev='vda'/></disk>",
                "<disk type='file'><driver type='raw'/><shareable/><source file='/local/a.img'/><target dev='vda'/></disk>",
                "<disk type='block' device='lun'><source dev='/local/a.img'/><target dev='vda'/></disk>"
            })
    void a_disk_on_its_host_alone_keeps_it(String disk) {
        assertThat(hindrances(disk))
                .containsExactly(
                        new Hindrance(
                                HindranceKind.LOCAL_DISK,
                                "its disk vda, /local/a.img, lies on its host alone and can't go along; put it on shared storage"));
    }

    @Test
    void a_file_of_its_own_can_go_along() throws LibvirtException {
        String disk = "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/>"
                + "<source file='/local/a.qcow2'/><target dev='vda'/>%s</disk>";
        String base = "<backingStore type='file'><format type='raw'/><source file='/local/base.img'/>"
                + "<backingStore/></backingStore>";
        assertThat(hindrances(disk.formatted(base))).isEmpty();
        assertThat(disks(disk.formatted(base)))
                .containsExactly(new LocalDisk(
                        new DeviceId("vda"),
                        new FilePath("/local/a.qcow2"),
                        ImageFormat.QCOW2,
                        Bytes.gibibytes(3),
                        Optional.of(new BaseImage(new FilePath("/local/base.img"), ImageFormat.RAW))));
        assertThat(disks(disk.formatted("<backingStore/>")))
                .singleElement()
                .satisfies(whole -> assertThat(whole.base()).isEmpty());
    }

    @Test
    void a_disk_that_others_reach_stays_where_it_is() throws LibvirtException {
        assertThat(
                        disks(
                                "<disk type='file'><driver type='raw'/><source file='/shared/a.img'/><target dev='vda'/></disk>"))
                .isEmpty();
    }

    @Test
    void a_disk_of_which_nobody_can_tell_where_it_lies_keeps_it() {
        assertThat(hindrances("<disk type='volume'><source pool='p' volume='v'/><target dev='vda'/></disk>"))
                .singleElement()
                .satisfies(found -> assertThat(found.detail()).startsWith("its disk vda is of type volume, of which"));
    }

    @Test
    void a_device_that_is_not_pci_is_named_by_its_type() {
        assertThat(hindrances("<hostdev type='usb'><source><address bus='1' device='2'/></source></hostdev>"))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.detail()).startsWith("a device (usb) of its host is passed through"));
    }

    @Test
    void encrypted_memory_keeps_it() {
        assertThat(movability.hindrances(
                        DomainXml.parse("<domain><devices/><launchSecurity type='sev-snp'/></domain>")))
                .extracting(Hindrance::kind)
                .containsExactly(HindranceKind.ENCRYPTED_MEMORY);
    }

    @Test
    void all_that_keeps_it_is_named() {
        assertThat(hindrances("""
                        <filesystem><source dir='/a'/></filesystem>
                        <disk><source file='/b'/><target dev='vda'/></disk>
                        <hostdev><source/></hostdev>
                        """))
                .extracting(Hindrance::kind)
                .containsExactly(HindranceKind.HOST_DEVICE, HindranceKind.HOST_FOLDER, HindranceKind.LOCAL_DISK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<domain>", "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><domain>&e;</domain>"})
    void what_is_no_definition_is_refused(String text) {
        assertThatThrownBy(() -> DomainXml.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("this is no definition of a domain: ");
    }

    private List<Hindrance> hindrances(String devices) {
        return movability.hindrances(DomainXml.parse("<domain><devices>" + devices + "</devices></domain>"));
    }

    private List<LocalDisk> disks(String devices) throws LibvirtException {
        return movability.disks(
                DomainXml.parse("<domain><devices>" + devices + "</devices></domain>"), target -> Bytes.gibibytes(3));
    }
}
