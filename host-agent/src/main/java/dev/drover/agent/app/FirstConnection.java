package dev.drover.agent.app;

import dev.drover.agent.adapter.libvirt.LibvirtHypervisor;
import dev.drover.agent.adapter.libvirt.LibvirtSettings;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.HypervisorException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to a libvirt that may start later than the agent does. */
final class FirstConnection {
    private static final Logger LOG = LoggerFactory.getLogger(FirstConnection.class);

    private FirstConnection() {}

    /** Tries until it works; empty when the process was asked to end before it did. */
    static Optional<Hypervisor> to(LibvirtSettings settings, StopSignal stop) {
        return Patience.until(pause -> attempt(settings, pause), stop);
    }

    private static Optional<Hypervisor> attempt(LibvirtSettings settings, Duration pause) {
        try {
            return Optional.of(LibvirtHypervisor.connect(settings));
        } catch (HypervisorException away) {
            LOG.warn(
                    "host={} can't reach libvirt at {}, tries again in {} s: {}",
                    settings.host(),
                    settings.uri(),
                    pause.toSeconds(),
                    away.getMessage());
            return Optional.empty();
        }
    }
}
