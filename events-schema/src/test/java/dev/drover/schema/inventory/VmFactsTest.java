package dev.drover.schema.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VmFactsTest {
    private static final LocalDisk DISK = new LocalDisk(
            new DeviceId("vda"), new FilePath("/vms/a.img"), ImageFormat.RAW, Bytes.gibibytes(1), Optional.empty());

    @Test
    void a_disk_of_its_host_alone_keeps_a_vm_unless_disks_go_along() {
        VmFacts vm = vm(List.of(), List.of(DISK));
        assertThat(vm.canMove(true)).isTrue();
        assertThat(vm.canMove(false)).isFalse();
        assertThat(vm.hindrances(true)).isEmpty();
        assertThat(vm.hindrances(false)).singleElement().satisfies(hindrance -> {
            assertThat(hindrance.kind()).isEqualTo(HindranceKind.LOCAL_DISK);
            assertThat(hindrance.detail()).contains("vda", "/vms/a.img", "--copy-disks");
        });
    }

    @Test
    void what_keeps_it_in_any_case_keeps_it() {
        Hindrance device = new Hindrance(HindranceKind.HOST_DEVICE, "a device");
        assertThat(vm(List.of(device), List.of()).canMove(true)).isFalse();
        assertThat(vm(List.of(device), List.of(DISK)).hindrances(false))
                .hasSize(2)
                .startsWith(device);
    }

    @Test
    void only_one_that_runs_moves() {
        assertThat(vm(List.of(), List.of()).in(VmState.PAUSED).canMove(true)).isFalse();
    }

    private static VmFacts vm(List<Hindrance> hindrances, List<LocalDisk> disks) {
        return new VmFacts(
                VmId.of("6f1b2c3d-0000-4000-8000-000000000001"),
                new VmName("a"),
                Bytes.gibibytes(1),
                VmState.RUNNING,
                hindrances,
                disks);
    }
}
