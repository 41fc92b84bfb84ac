package dev.drover.agent.engine;

import dev.drover.agent.engine.Turns.Turn;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.HypervisorException;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmState;
import java.util.ArrayList;
import java.util.List;

/** Files of disks, made and removed step by step. Only what is the agent's own is ever removed. */
final class Files {
    private Files() {}

    /** All or nothing. What an earlier attempt left there, its own, is half of a disk. */
    static Done make(Hypervisor hypervisor, Turn turn, List<LocalDisk> disks, Ground ground) {
        remove(hypervisor, turn, ground.own());
        List<FilePath> made = new ArrayList<>();
        try {
            for (LocalDisk disk : disks) {
                turn.requireMine();
                hypervisor.makeDisk(disk, ground.mode());
                made.add(disk.path());
            }
            return Done.DONE;
        } catch (HypervisorException noRoom) {
            remove(hypervisor, turn, made);
            throw noRoom;
        }
    }

    /** The files of a vm that is here are its own, and stay. */
    static Sighting clear(Hypervisor hypervisor, Turn turn, VmId vm, List<FilePath> own) {
        Sighting sighting = hypervisor.observe(vm);
        if (isGone(sighting)) {
            remove(hypervisor, turn, own);
        }
        return sighting;
    }

    /** Its disks went along, so what is here of them is out of date. */
    static Done release(Hypervisor hypervisor, Turn turn, ReleaseSource release) {
        hypervisor.release(release.vm());
        remove(hypervisor, turn, release.disks());
        return Done.DONE;
    }

    static boolean isGone(Sighting sighting) {
        return sighting.state().isEmpty() || sighting.is(VmState.MIGRATED_AWAY);
    }

    private static void remove(Hypervisor hypervisor, Turn turn, List<FilePath> files) {
        for (FilePath file : files) {
            turn.requireMine();
            hypervisor.removeDisk(file);
        }
    }
}
