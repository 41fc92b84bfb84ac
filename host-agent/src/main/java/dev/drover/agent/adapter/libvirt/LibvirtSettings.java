package dev.drover.agent.adapter.libvirt;

import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.unit.BitsPerSecond;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the driver is told and libvirt does not know.
 *
 * @param uri the local libvirt, for example {@code qemu:///system}
 * @param nic what the host's migration network card can send, and likewise receive
 * @param migrationUri where other hosts' libvirt reaches this one
 * @param callDeadline how long libvirt may take to answer anything but a migration
 * @param abortDeadline how long an aborted migration may take to end; a destination that fell silent needs both ends'
 *     keepalive, half a minute by default
 */
public record LibvirtSettings(
        HostId host,
        String uri,
        BitsPerSecond nic,
        MigrationUri migrationUri,
        Duration callDeadline,
        Duration abortDeadline,
        List<Path> sharedStorage) {
    private static final Duration CALL = Duration.ofSeconds(10);
    private static final Duration ABORT = Duration.ofSeconds(60);

    /** With the usual deadlines: 10 s for a call, 60 s for an abort. */
    public LibvirtSettings(HostId host, String uri, BitsPerSecond nic, MigrationUri migrationUri) {
        this(host, uri, nic, migrationUri, CALL, ABORT, List.of());
    }

    /** The same with other deadlines. */
    LibvirtSettings withDeadlines(Duration call, Duration abort) {
        return new LibvirtSettings(host, uri, nic, migrationUri, call, abort, sharedStorage);
    }

    /** The same with files and block devices of which it is known that other hosts reach them too. */
    public LibvirtSettings withSharedStorage(List<Path> paths) {
        return new LibvirtSettings(host, uri, nic, migrationUri, callDeadline, abortDeadline, paths);
    }
}
