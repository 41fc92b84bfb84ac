package dev.drover.agent.adapter.libvirt;

import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.HypervisorStage;
import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The two hosts of a lab that stays up between the cases, cleared after each. */
final class LabStage implements HypervisorStage {
    private static final String BASE = "/lab/disks/base.raw";

    private final Lab lab;
    private final Hypervisor source;
    private final Hypervisor destination;
    private final Map<VmId, String> names = new HashMap<>();

    LabStage(Lab lab) {
        this.lab = lab;
        this.source = lab.connect("h1");
        this.destination = lab.connect("h2");
    }

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
        return lab.connect("h1");
    }

    @Override
    public VmId startGuest(String name, Bytes memory, Bytes hotSet, BitsPerSecond dirtyRate) {
        return start(
                name,
                memory,
                "--dirty-mb",
                String.valueOf(Math.max(1, hotSet.value() >> 20)),
                "--dirty-rate",
                String.valueOf(dirtyRate.wholeMebibytesPerSecond()),
                // One that makes up for the time it was denied can't be slowed down.
                "--arg",
                "catchup_ms=20");
    }

    @Override
    public VmId startTextGuest(String name, Bytes memory) {
        return start(name, memory, "--dirty-mb", "1", "--dirty-rate", "0", "--arg", "text=1");
    }

    @Override
    public VmId startGuestWithDisk(String name, Bytes memory, Bytes disk, boolean onBase) {
        if (!onBase) {
            return start(name, memory, "--dirty-mb", "1", "--dirty-rate", "0", "--disk-mb", mebibytes(disk));
        }
        for (String host : List.of("h1", "h2")) {
            lab.run("exec", host, "qemu-img", "create", "-q", "-f", "raw", BASE, disk.value() + "");
        }
        return start(
                name,
                memory,
                "--dirty-mb",
                "1",
                "--dirty-rate",
                "0",
                "--disk-mb",
                mebibytes(disk),
                "--disk-base",
                BASE);
    }

    private VmId start(String name, Bytes memory, String... options) {
        List<String> all = new ArrayList<>(
                List.of("--memory", mebibytes(memory), "--arg", "verify_rate=" + (memory.value() >> 20) / 2));
        all.addAll(List.of(options));
        VmId vm = lab.startGuest("h1", name, all.toArray(String[]::new));
        names.put(vm, name);
        return vm;
    }

    @Override
    public void cutNetwork() {
        lab.run("net", "cut", "h1", "h2");
    }

    @Override
    public void assertGuestIntact(VmId vm) {
        lab.assertIntact(names.get(vm));
    }

    @Override
    public void close() {
        lab.clear();
        for (String host : List.of("h1", "h2")) {
            lab.run("exec", host, "sh", "-c", "rm -f /lab/disks/*");
        }
        source.close();
        destination.close();
    }

    private static String mebibytes(Bytes memory) {
        return String.valueOf(memory.value() >> 20);
    }
}
