package dev.drover.agent.app;

import dev.drover.agent.adapter.libvirt.LibvirtSettings;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.JournalFullException;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.kafka.ZoneLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The agent of one host. Prints {@code READY agent HOST} when it reads commands. */
// picocli fills in the options before anything reads them.
@SuppressWarnings("NullAway.Init")
@Command(
        name = "drover-agent",
        mixinStandardHelpOptions = true,
        description = "Carries out Drover's commands on this host's libvirt, and reports what happens.")
public final class AgentMain implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(AgentMain.class);

    @Option(
            names = "--host",
            required = true,
            paramLabel = "HOST",
            converter = OptionValues.Host.class,
            description = "This host's name, the same at every start.")
    private HostId host;

    @Option(
            names = "--libvirt",
            required = true,
            paramLabel = "URI",
            converter = OptionValues.Libvirt.class,
            description = "The local libvirt, for example qemu:///system.")
    private String libvirt;

    @Option(
            names = "--migration-uri",
            required = true,
            paramLabel = "URI",
            converter = OptionValues.Migration.class,
            description = "What other hosts reach this one's libvirt by, for example qemu+tcp://10.0.0.7/system.")
    private MigrationUri migrationUri;

    @Option(
            names = "--shared-storage",
            paramLabel = "PATH",
            description = {
                "A folder or block device that every host reaches as this one does; may be given several times.",
                "Files on a network file system are known to be."
            })
    private List<Path> sharedStorage = List.of();

    @Mixin
    private CommonOptions common;

    private AgentMain() {}

    /** Runs until it is stopped; exit code 0 then, 1 when it failed, 2 when an option is wrong. */
    public static void main(String... arguments) {
        LogDefaults.apply();
        System.exit(Program.run(command(), arguments));
    }

    static Callable<Integer> command() {
        return new AgentMain();
    }

    @Override
    public Integer call() {
        try (StopSignal stop = StopSignal.listen(common.withParent, System.in)) {
            return common.findZone(stop)
                    .flatMap(zone -> FirstConnection.to(
                                    new LibvirtSettings(host, libvirt, common.nic, migrationUri)
                                            .withSharedStorage(sharedStorage),
                                    stop)
                            .map(connected -> run(zone, connected, stop)))
                    .orElse(Agents.OK);
        }
    }

    private int run(ZoneLayout zone, Hypervisor connected, StopSignal stop) {
        AgentSettings settings = common.settings(zone, host, common.journal);
        return Patience.until(pause -> begin(settings, connected, pause), stop)
                .map(agent -> Agents.run(List.of(agent), "READY agent " + host, System.out, stop))
                .orElseGet(() -> {
                    connected.close();
                    return Agents.OK;
                });
    }

    /** Without a first entry it has no life that it could report in. */
    private Optional<AgentRuntime> begin(AgentSettings settings, Hypervisor connected, Duration pause) {
        try {
            return Optional.of(AgentRuntime.start(settings, connected));
        } catch (JournalFullException noRoom) {
            LOG.error("host={} can't begin, tries again in {} s: {}", host, pause.toSeconds(), noRoom.getMessage());
            return Optional.empty();
        }
    }
}
