package dev.drover.scheduler.domain.zone;

import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.ImageFormat;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.Optional;

/** Hosts and vms for tests. */
public final class Fleet {
    public static final ZoneId ZONE = new ZoneId("z1");

    /** What a host's network card carries, unless a test says otherwise. */
    public static final BitsPerSecond NIC = BitsPerSecond.mebibytesPerSecond(1000);

    private Fleet() {}

    public static HostId id(String host) {
        return new HostId(host);
    }

    public static VmId vm(int number) {
        return VmId.of("6f1b2c3d-0000-4000-8000-%012d".formatted(number));
    }

    public static MigrationUri uri(String host) {
        return new MigrationUri("qemu+tcp://" + host + "/system");
    }

    public static EvacuateHosts evacuate(String intent, String host) {
        return EvacuateHosts.of(new IntentId(intent), id(host));
    }

    /** Migrations are named after their first event's place in the log. */
    public static MigrationId migration(int place) {
        return new MigrationId("m-%09d".formatted(place));
    }

    public static HostFacts host(String name, long gibibytes, VmFacts... vms) {
        return host(name, gibibytes, NIC, vms);
    }

    public static HostFacts host(String name, long gibibytes, BitsPerSecond nic, VmFacts... vms) {
        return new HostFacts(id(name), Bytes.gibibytes(gibibytes), nic, uri(name), List.of(vms));
    }

    public static VmFacts running(int number, long gibibytes) {
        return vm(number, gibibytes, VmState.RUNNING);
    }

    /** One with a disk that no other host reaches. */
    public static VmFacts withDisk(VmFacts vm) {
        LocalDisk disk = new LocalDisk(
                new DeviceId("vda"),
                new FilePath("/vms/" + vm.name().value() + ".img"),
                ImageFormat.RAW,
                Bytes.gibibytes(20),
                Optional.empty());
        return new VmFacts(vm.vm(), vm.name(), vm.memory(), vm.state(), vm.hindrances(), List.of(disk));
    }

    public static VmFacts vm(int number, long gibibytes, VmState state) {
        return new VmFacts(vm(number), new VmName("vm-" + number), Bytes.gibibytes(gibibytes), state);
    }
}
