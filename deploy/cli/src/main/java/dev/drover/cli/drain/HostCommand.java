package dev.drover.cli.drain;

import dev.drover.cli.terminal.Screen;
import dev.drover.cli.zone.ZoneClient;
import dev.drover.cli.zone.ZoneDirectory;
import dev.drover.cli.zone.ZoneWatch;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drover host}. */
@Command(name = "host", description = "Hosts: drain, release.", mixinStandardHelpOptions = true)
public final class HostCommand {
    private static final int DONE = 0;
    private static final int NOT_ALL = 1;

    @Command(
            name = "drain",
            description = {
                "Moves every vm of a host to other hosts and shows how it goes.",
                "Exit code 0 when the host is empty, 1 when vms are left; Ctrl-C only stops the showing."
            },
            mixinStandardHelpOptions = true)
    int drain(
            @Parameters(paramLabel = "HOST", description = "the host to empty") String host,
            @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "bootstrap servers")
                    String kafka,
            @Option(names = "--zone", defaultValue = "default", description = "its zone (default: ${DEFAULT-VALUE})")
                    String zone,
            @Option(names = "--reason", description = "why, for the log") Optional<String> reason) {
        HostId drained = new HostId(host);
        ZoneLayout layout = ZoneDirectory.find(kafka, new ZoneId(zone));
        Screen screen = Screen.standard();
        try (ZoneWatch watch = new ZoneWatch(kafka, layout);
                ZoneClient client = new ZoneClient(kafka, layout)) {
            Drain drain = Drain.ask(client, watch, screen, drained, reason);
            Optional<IntentOutcome> outcome = drain.follow(watch);
            Optional.ofNullable(watch.view().ended().get(drain.intent())).stream()
                    .map(IntentEnded::left)
                    .flatMap(left -> left.stream())
                    .forEach(vm -> screen.say("left on " + host + ": " + vm.vm() + " " + vm.why()));
            return outcome.equals(Optional.of(IntentOutcome.COMPLETED)) ? DONE : NOT_ALL;
        }
    }

    @Command(
            name = "release",
            description = {
                "Lets vms come to a drained host again.",
                "Exit code 0 when the zone agreed, 1 when it refused or nobody keeps the host empty."
            },
            mixinStandardHelpOptions = true)
    int release(
            @Parameters(paramLabel = "HOST", description = "the host that was drained") String host,
            @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "bootstrap servers")
                    String kafka,
            @Option(names = "--zone", defaultValue = "default", description = "its zone (default: ${DEFAULT-VALUE})")
                    String zone,
            @Option(names = "--reason", description = "why, for the log") Optional<String> reason) {
        HostId released = new HostId(host);
        ZoneLayout layout = ZoneDirectory.find(kafka, new ZoneId(zone));
        try (ZoneWatch watch = new ZoneWatch(kafka, layout);
                ZoneClient client = new ZoneClient(kafka, layout)) {
            Optional<String> refusal = Release.ask(client, watch, released, reason);
            Screen.standard().say(refusal.orElse("host " + host + " may be used again"));
            return refusal.isEmpty() ? DONE : NOT_ALL;
        }
    }
}
