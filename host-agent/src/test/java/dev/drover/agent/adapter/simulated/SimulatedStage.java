package dev.drover.agent.adapter.simulated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.HypervisorStage;
import dev.drover.schema.id.DeviceId;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.BaseImage;
import dev.drover.schema.inventory.ImageFormat;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.transfer.CopyMode;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Two simulated hosts on a network of 200 Mbit/s, in real time. */
final class SimulatedStage implements HypervisorStage {
    private static final HostId SOURCE = new HostId("h1");
    private static final HostId DESTINATION = new HostId("h2");
    private static final double COMPRESSED_SHARE = 0.05;
    private static final Duration KEEPALIVE = Duration.ofSeconds(1);

    private final SimulatedDatacenter datacenter =
            new SimulatedDatacenter(List.of(host(SOURCE), host(DESTINATION)), KEEPALIVE, Stopwatch.realTime());
    private final Hypervisor source = datacenter.connect(SOURCE);
    private final Hypervisor destination = datacenter.connect(DESTINATION);

    @Override
    public Hypervisor source() {
        return source;
    }

    @Override
    public Hypervisor destination() {
        return destination;
    }

    @Override
    public Hypervisor reconnectToSource() {
        return datacenter.connect(SOURCE);
    }

    @Override
    public VmId startGuest(String name, Bytes memory, Bytes hotSet, BitsPerSecond dirtyRate) {
        return start(new SimulatedGuest(id(name), new VmName(name), memory, hotSet, dirtyRate));
    }

    @Override
    public VmId startTextGuest(String name, Bytes memory) {
        return start(new SimulatedGuest(
                id(name), new VmName(name), memory, Bytes.ZERO, BitsPerSecond.ZERO, COMPRESSED_SHARE));
    }

    @Override
    public VmId startGuestWithDisk(String name, Bytes memory, Bytes disk, boolean onBase) {
        BaseImage base = new BaseImage(new FilePath("/lab/disks/base.raw"), ImageFormat.RAW);
        LocalDisk local = new LocalDisk(
                new DeviceId("hda"),
                new FilePath("/lab/disks/" + name + ".qcow2"),
                ImageFormat.QCOW2,
                disk,
                onBase ? Optional.of(base) : Optional.empty());
        if (onBase) {
            destination.makeDisk(
                    new LocalDisk(new DeviceId("hdb"), base.path(), base.format(), disk, Optional.empty()),
                    CopyMode.FULL);
        }
        return start(new SimulatedGuest(
                id(name), new VmName(name), memory, Bytes.ZERO, BitsPerSecond.ZERO, 1, List.of(local)));
    }

    private VmId start(SimulatedGuest guest) {
        datacenter.boot(SOURCE, guest);
        return guest.vm();
    }

    private static VmId id(String name) {
        return new VmId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
    }

    @Override
    public void cutNetwork() {
        datacenter.cut(SOURCE, DESTINATION);
    }

    @Override
    public void assertGuestIntact(VmId vm) {
        assertThat(Stream.of(source, destination)
                        .filter(host -> host.observe(vm).is(VmState.RUNNING)))
                .as("hosts that run vm %s", vm)
                .hasSize(1);
    }

    @Override
    public void close() {
        datacenter.close();
    }

    private static SimulatedHost host(HostId host) {
        return new SimulatedHost(
                host, Bytes.gibibytes(1), BitsPerSecond.megabits(200), new MigrationUri("sim://" + host));
    }
}
