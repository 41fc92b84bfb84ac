package dev.drover.cli.faults;

import dev.drover.cli.lab.Lab;
import dev.drover.cli.lab.LabException;
import dev.drover.cli.process.Node;
import dev.drover.cli.process.Until;
import dev.drover.schema.id.HostId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One of the two hosts of a move: what can be done to it, and undone. */
record End(LabFleet fleet, HostId host, String guest) {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final String SILENCE = "did not answer";

    /** The agent there. */
    Node agent() {
        return fleet.agent(host);
    }

    /** Kills libvirtd and starts it again; guests run on. */
    void crashLibvirtd() {
        libvirtd("kill");
        libvirtd("start");
    }

    /** Ends libvirtd in order and starts it again; guests run on. */
    void restartLibvirtd() {
        libvirtd("stop");
        libvirtd("start");
    }

    /** libvirtd answers nobody until the agent has said so once more. */
    void silenceLibvirtd() {
        signalLibvirtd("STOP");
        try {
            long before = agent().said(SILENCE);
            Until.holds(
                    host + " noticing that libvirt is silent",
                    Scene.PATIENCE,
                    LOOK,
                    () -> agent().said(SILENCE) > before);
        } finally {
            signalLibvirtd("CONT");
        }
    }

    /** Whether a disk of the guest's lies there; a file that a fault put there is none. */
    boolean hasItsDisk() {
        return lab().run("exec", host.value(), "sh", "-c", "test -s " + disk() + " && echo yes || echo no")
                .contains("yes");
    }

    /** Somebody else's, where the guest's disk would come to lie. */
    void putAFile() {
        shell(": > " + disk());
    }

    private String disk() {
        return "/lab/disks/" + guest + ".qcow2";
    }

    /** The guest's process there dies. */
    void killQemu() {
        shell("kill -KILL $(cat /run/libvirt/qemu/" + guest + ".pid)");
    }

    /** QEMU gets no more address space there than it needs without a guest's memory. */
    void leaveNoMemoryForGuests() {
        shell("""
                qemu=$(command -v qemu-system-x86_64)
                cp "$qemu" /run/qemu
                printf '#!/bin/sh\nulimit -v 60000\nexec /run/qemu "$@"\n' >/run/little
                chmod +x /run/little
                mount --bind /run/little "$qemu"
                """);
    }

    SmallDisk journalOnASmallDisk() {
        return new SmallDisk(agent(), fleet.journal(host));
    }

    /** Whether libvirt says that the guest runs there. */
    boolean runsTheGuest() {
        return virsh("list", "--state-running", "--name").lines().anyMatch(guest::equals);
    }

    String virsh(String... arguments) {
        List<String> words = new ArrayList<>(List.of("exec", host.value(), "virsh", "-q"));
        words.addAll(List.of(arguments));
        return lab().run(words.toArray(String[]::new)).strip();
    }

    /** Runs a line of shell there. */
    void shell(String line) {
        lab().run("exec", host.value(), "sh", "-c", line);
    }

    /** Makes it whole, and removes the guest. */
    void mend() {
        evenIfItFails(() -> signalLibvirtd("CONT"));
        evenIfItFails(() -> libvirtd("start"));
        if (agent().isAlive()) {
            agent().thaw();
        } else {
            agent().begin();
        }
        shell("! umount $(command -v qemu-system-x86_64) 2>/dev/null || rm -f /run/qemu /run/little");
        if (virsh("list", "--all", "--name").lines().anyMatch(guest::equals)) {
            lab().run("vm", "stop", host.value(), guest);
        }
        shell("rm -f " + disk());
    }

    /** What is not broken can't be mended, and says so. */
    static void evenIfItFails(Runnable mending) {
        try {
            mending.run();
        } catch (LabException unnecessary) {
            // it was whole
        }
    }

    private void libvirtd(String verb) {
        lab().run("host", verb + "-libvirtd", host.value());
    }

    private void signalLibvirtd(String signal) {
        shell("kill -" + signal + " $(cat /run/libvirtd.pid)");
    }

    private Lab lab() {
        return fleet.lab();
    }

    @Override
    public String toString() {
        return host.toString();
    }
}
