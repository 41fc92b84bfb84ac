package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.inventory.BaseImage;
import dev.drover.schema.inventory.ImageFormat;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.unit.Bytes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeXmlTest {
    private static final LocalDisk DISK = new LocalDisk(
            new DeviceId("vda"),
            new FilePath("/vms/a<b>&c.qcow2"),
            ImageFormat.QCOW2,
            Bytes.mebibytes(3),
            Optional.of(new BaseImage(new FilePath("/images/d&e.raw"), ImageFormat.RAW)));

    @Test
    void a_whole_disk_builds_on_nothing() {
        assertThat(VolumeXml.of(DISK, CopyMode.FULL))
                .contains("<name>a&lt;b&gt;&amp;c.qcow2</name>", "<capacity unit='bytes'>3145728</capacity>", "'qcow2'")
                .doesNotContain("backingStore");
    }

    @Test
    void what_differs_builds_on_its_base() {
        assertThat(VolumeXml.of(DISK, CopyMode.INCREMENTAL))
                .contains("<backingStore><path>/images/d&amp;e.raw</path><format type='raw'/></backingStore>");
    }

    @Test
    void a_pool_that_is_a_folder_is_known_by_it() {
        assertThat(VolumeXml.folderOf(VolumeXml.pool("p", "/a & b"))).contains("/a & b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logical", "disk", "iscsi", "zfs"})
    void what_is_no_folder_is_none(String type) {
        assertThat(VolumeXml.folderOf("<pool type='" + type + "'><target><path>/dev/vg0</path></target></pool>"))
                .isEmpty();
    }
}
