package dev.drover.agent.adapter.simulated;

import dev.drover.agent.port.HypervisorException;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.BaseImage;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.transfer.CopyMode;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which files of disks lie on each host. */
final class Files {
    private final SortedMap<HostId, Set<FilePath>> files = new TreeMap<>();

    boolean holds(HostId host, FilePath file) {
        return at(host).contains(file);
    }

    /** Also what it builds on. */
    void put(HostId host, LocalDisk disk) {
        at(host).add(disk.path());
        disk.base().map(BaseImage::path).ifPresent(at(host)::add);
    }

    void make(HostId host, LocalDisk disk, CopyMode mode) {
        Optional<FilePath> missing =
                disk.base().map(BaseImage::path).filter(base -> mode == CopyMode.INCREMENTAL && !holds(host, base));
        if (missing.isPresent()) {
            throw refusal(disk, "its base " + missing.get() + " is not on host " + host);
        }
        if (!at(host).add(disk.path())) {
            throw refusal(disk, "it is on host " + host + " already");
        }
    }

    void remove(HostId host, FilePath file) {
        at(host).remove(file);
    }

    private Set<FilePath> at(HostId host) {
        return files.computeIfAbsent(host, first -> new TreeSet<>());
    }

    private static HypervisorException refusal(LocalDisk disk, String why) {
        return new HypervisorException(FailureKind.DESTINATION_REFUSED, "no room for " + disk.path() + ": " + why);
    }
}
