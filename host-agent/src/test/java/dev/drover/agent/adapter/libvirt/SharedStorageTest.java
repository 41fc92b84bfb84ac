package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.adapter.libvirt.SharedStorage.Mount;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedStorageTest {
    private final SharedStorage storage = new SharedStorage(
            List.of("/dev/mapper/san"),
            List.of(
                    new Mount("/", "ext4"),
                    new Mount("/srv", "nfs4"),
                    new Mount("/srv/scratch", "xfs"),
                    new Mount("/gluster", "fuse.glusterfs"),
                    new Mount("/hidden", "nfs4"),
                    new Mount("/hidden", "xfs")));

    @ParameterizedTest
    @CsvSource({
        "/var/lib/a.img, false",
        "/srv/a.img, true",
        "/srv/scratch/a.img, false",
        "/srv-2/a.img, false",
        "/gluster/deep/down/a.img, true",
        "/hidden/a.img, false",
        "/dev/mapper/san, true",
        "/dev/mapper/san/0, true",
        "/dev/mapper/san2, false",
        "relative.img, false"
    })
    void the_file_system_that_holds_it_decides(String path, boolean reached) {
        assertThat(storage.isReachedByAll(path)).isEqualTo(reached);
    }

    @Test
    void a_line_of_the_kernels_list_is_understood() {
        assertThat(Mount.of("36 35 98:0 / /mnt/two\\040words rw,noatime shared:1 - nfs4 srv:/export rw,vers=4.2"))
                .contains(new Mount("/mnt/two words", "nfs4"));
        assertThat(Mount.of("nonsense")).isEqualTo(Optional.empty());
    }

    @Test
    void this_machines_list_can_be_read() {
        assertThat(SharedStorage.now(List.of(Path.of("/known"))).mounts())
                .extracting(Mount::point)
                .contains("/");
    }
}
