package dev.drover.agent.app;

import dev.drover.agent.adapter.simulated.SimulatedDatacenter;
import dev.drover.agent.adapter.simulated.SimulatedGuest;
import dev.drover.agent.adapter.simulated.SimulatedHost;
import dev.drover.agent.adapter.simulated.Stopwatch;
import dev.drover.schema.kafka.ZoneLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Agents for a whole fleet that exists in this process's memory only. Prints {@code READY fleet N}. */
// picocli fills in the options before anything reads them.
@SuppressWarnings("NullAway.Init")
@Command(
        name = "drover-simulated-fleet",
        mixinStandardHelpOptions = true,
        description = "Runs agents on simulated hosts, to try Drover without a datacenter.")
public final class SimulatedFleetMain implements Callable<Integer> {
    private static final Duration KEEPALIVE = Duration.ofSeconds(30);

    @Option(
            names = "--hosts",
            paramLabel = "N",
            defaultValue = "12",
            converter = OptionValues.HostCount.class,
            description = "How many hosts there are (default: ${DEFAULT-VALUE}).")
    private int hosts;

    @Option(
            names = "--guests-per-host",
            paramLabel = "N",
            defaultValue = "4",
            converter = OptionValues.GuestCount.class,
            description = "How many guests start on each (default: ${DEFAULT-VALUE}).")
    private int guestsPerHost;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same number gives the same guests (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private CommonOptions common;

    private SimulatedFleetMain() {}

    /** Runs until it is stopped; exit code 0 then, 1 when it failed, 2 when an option is wrong. */
    public static void main(String... arguments) {
        LogDefaults.apply();
        System.exit(Program.run(command(), arguments));
    }

    static Callable<Integer> command() {
        return new SimulatedFleetMain();
    }

    @Override
    public Integer call() {
        FleetPlan plan = FleetPlan.of(hosts, guestsPerHost, seed, common.nic);
        try (StopSignal stop = StopSignal.listen(common.withParent, System.in);
                SimulatedDatacenter datacenter =
                        new SimulatedDatacenter(plan.hosts(), KEEPALIVE, Stopwatch.realTime())) {
            boot(plan, datacenter);
            return common.findZone(stop)
                    .map(zone -> Agents.run(start(plan, datacenter, zone), "READY fleet " + hosts, System.out, stop))
                    .orElse(Agents.OK);
        }
    }

    private static void boot(FleetPlan plan, SimulatedDatacenter datacenter) {
        for (int i = 0; i < plan.hosts().size(); i++) {
            for (SimulatedGuest guest : plan.guests().get(i)) {
                datacenter.boot(plan.hosts().get(i).host(), guest);
            }
        }
    }

    private List<AgentRuntime> start(FleetPlan plan, SimulatedDatacenter datacenter, ZoneLayout zone) {
        List<AgentRuntime> agents = new ArrayList<>();
        try {
            for (SimulatedHost host : plan.hosts()) {
                agents.add(AgentRuntime.start(
                        common.settings(
                                zone,
                                host.host(),
                                common.journal.resolve(host.host().value())),
                        datacenter.connect(host.host())));
            }
            return agents;
        } catch (RuntimeException failed) {
            agents.forEach(AgentRuntime::close);
            throw failed;
        }
    }
}
