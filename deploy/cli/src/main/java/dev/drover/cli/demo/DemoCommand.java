package dev.drover.cli.demo;

import dev.drover.cli.drain.Drain;
import dev.drover.cli.terminal.Human;
import dev.drover.cli.terminal.Screen;
import dev.drover.cli.zone.ZoneClient;
import dev.drover.cli.zone.ZoneView;
import dev.drover.cli.zone.ZoneWatch;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.id.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code drover demo}. */
@Command(
        name = "demo",
        description = {
            "Drains a host before your eyes, with everything on this machine.",
            "Exit code 0 only if every guest arrived and nothing was lost."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(
            names = "--lab",
            description = {
                "on real libvirt hosts with real QEMU guests (needs root on Linux; prepares what it needs),",
                "with the agent and the scheduler killed in the middle"
            })
    private boolean lab;

    @Option(names = "--keep", paramLabel = "DIR", description = "keep logs and Kafka's data in this new folder")
    private Optional<Path> keep = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Instant begun = Instant.now();
        Screen screen = Screen.standard();
        Path folder = keep.isPresent() ? fresh(keep.orElseThrow()) : Files.createTempDirectory("drover-demo-");
        List<String> complaints = play(screen, folder);
        complaints.forEach(complaint -> screen.say("NOT AS IT SHOULD BE: " + complaint));
        screen.say((complaints.isEmpty() ? "all as promised" : "logs are in " + folder) + "; the whole demo took "
                + Human.duration(Duration.between(begun, Instant.now())));
        if (complaints.isEmpty() && keep.isEmpty()) {
            delete(folder);
        }
        return complaints.isEmpty() ? 0 : 1;
    }

    private List<String> play(Screen screen, Path folder) {
        try (Stage stage = lab ? new LabStage(folder, screen) : new SimulatedStage(folder, screen);
                ZoneWatch watch =
                        new ZoneWatch(stage.scene().kafka(), stage.scene().layout());
                ZoneClient client =
                        new ZoneClient(stage.scene().kafka(), stage.scene().layout())) {
            ZoneView before = watch.await(
                    stage.scene().hosts() + " hosts to report",
                    PATIENCE,
                    view -> view.state().inventory().hosts().size()
                            == stage.scene().hosts());
            int guests = before.state()
                    .inventory()
                    .host(stage.scene().drained())
                    .orElseThrow()
                    .vms()
                    .size();
            screen.say(stage.scene().hosts() + " hosts are there; draining "
                    + stage.scene().drained() + " of its " + guests + " guests");
            Drain drain = Drain.ask(client, watch, screen, stage.scene().drained(), Optional.of("demonstration"));
            CompletableFuture<Void> trouble = CompletableFuture.runAsync(
                    () -> stage.disturb(watch), task -> Thread.ofVirtual().start(task));
            Optional<IntentOutcome> outcome = drain.follow(watch);
            return verdict(stage, watch.view(), outcome, trouble, guests, screen);
        }
    }

    private static List<String> verdict(
            Stage stage,
            ZoneView view,
            Optional<IntentOutcome> outcome,
            CompletableFuture<Void> trouble,
            int guests,
            Screen screen) {
        List<String> complaints = new ArrayList<>();
        try {
            trouble.join();
        } catch (CompletionException failed) {
            complaints.add("the trouble that was planned did not happen: " + failed.getCause());
        }
        Summary.lines(view.stories().values()).forEach(screen::say);
        long arrived = view.stories().values().stream()
                .filter(story -> story.succeeded())
                .count();
        screen.say(
                arrived + " of " + guests + " guests moved off " + stage.scene().drained() + "; longest blackout "
                        + Summary.longestBlackout(view.stories().values())
                                .map(Human::duration)
                                .orElse("unknown"));
        if (!outcome.equals(Optional.of(IntentOutcome.COMPLETED))) {
            complaints.add("the drain ended " + outcome.map(Enum::name).orElse("refused"));
        }
        if (arrived != guests) {
            complaints.add((guests - arrived) + " guests did not arrive");
        }
        complaints.addAll(stage.complaints(view));
        return complaints;
    }

    private static Path fresh(Path folder) throws IOException {
        Path made = Files.createDirectories(folder).toAbsolutePath();
        try (Stream<Path> files = Files.list(made)) {
            if (files.findAny().isPresent()) {
                throw new InvalidValueException("--keep", "is " + folder + ", which is not empty; name a new folder");
            }
        }
        return made;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
