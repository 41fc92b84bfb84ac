package dev.drover.agent.adapter.libvirt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells by its file system whether other hosts reach a file too, from its path alone: a look at the file would hang where
 * its server does. Nobody can tell so of a block device, or of a folder that something else keeps the same everywhere:
 * those are named when the agent is started.
 *
 * @param known paths of which it is known
 * @param mounts what is mounted on this host
 */
record SharedStorage(List<String> known, List<Mount> mounts) {
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final Set<String> NETWORKED = Set.of(
            "nfs",
            "nfs4",
            "ceph",
            "cifs",
            "smb3",
            "gfs2",
            "ocfs2",
            "gpfs",
            "lustre",
            "beegfs",
            "fuse.glusterfs",
            "fuse.quobyte");

    /** A file system and where it begins. */
    record Mount(String point, String type) {
        private static final int POINT = 4;
        private static final String BEFORE_TYPE = " - ";

        /** A line as proc(5) describes it; empty for any other. */
        static Optional<Mount> of(String line) {
            String[] fields = line.split(" ", POINT + 2);
            int type = line.indexOf(BEFORE_TYPE);
            return fields.length > POINT && type > 0
                    ? Optional.of(new Mount(
                            fields[POINT].replace("\\040", " ").replace("\\134", "\\"),
                            line.substring(type + BEFORE_TYPE.length()).split(" ", 2)[0]))
                    : Optional.empty();
        }
    }

    SharedStorage {
        known = List.copyOf(known);
        mounts = List.copyOf(mounts);
    }

    /** As this host is now. */
    static SharedStorage now(List<Path> known) {
        List<String> names = known.stream().map(Path::toString).toList();
        try (Stream<String> lines = Files.lines(MOUNTS)) {
            return new SharedStorage(
                    names, lines.flatMap(line -> Mount.of(line).stream()).toList());
        } catch (IOException unknown) {
            return new SharedStorage(names, List.of());
        }
    }

    boolean isReachedByAll(String path) {
        return known.stream().anyMatch(place -> isBelow(path, place))
                || mounts.stream()
                        .filter(mount -> isBelow(path, mount.point()))
                        .reduce(SharedStorage::nearer)
                        .filter(mount -> NETWORKED.contains(mount.type()))
                        .isPresent();
    }

    /** Of two that hold a file; the later hides an earlier one at the same place. */
    private static Mount nearer(Mount earlier, Mount later) {
        return later.point().length() >= earlier.point().length() ? later : earlier;
    }

    private static boolean isBelow(String path, String place) {
        return path.equals(place) || path.startsWith(place.endsWith("/") ? place : place + "/");
    }
}
