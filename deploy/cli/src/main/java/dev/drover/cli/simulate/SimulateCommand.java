package dev.drover.cli.simulate;

import dev.drover.cli.terminal.Human;
import dev.drover.cli.terminal.Table;
import dev.drover.simulation.Parts;
import dev.drover.simulation.Simulation;
import dev.drover.simulation.SimulationResult;
import dev.drover.simulation.Sweep;
import dev.drover.simulation.SweepResult;
import dev.drover.simulation.Violation;
import dev.drover.simulation.promise.Promises;
import dev.drover.simulation.scenario.Scenario;
import dev.drover.simulation.scenario.ScenarioFile;
import dev.drover.simulation.scenario.Scenarios;
import dev.drover.simulation.shrink.Shrinker;
import dev.drover.simulation.witness.Happening;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drover simulate}. */
@Command(
        name = "simulate",
        description = {
            "Runs the production scheduler in a simulated world full of faults and checks every promise.",
            "Each seed is run twice. Exit code 0 when all promises were kept, 1 when not."
        },
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    private static final int KEPT = 0;
    private static final int BROKEN = 1;
    private static final int SHRINKING_TRIES = 2_000;

    @Option(
            names = "--seeds",
            paramLabel = "A..B",
            converter = SeedRange.Converter.class,
            description = "which worlds to simulate (default: 1..200)")
    private SeedRange seeds = new SeedRange(1, 200);

    @Option(names = "--scenario", paramLabel = "FILE", description = "simulate what this file says, not seeds")
    private Optional<Path> scenario = Optional.empty();

    @Option(names = "--json", description = "print one JSON object and nothing else")
    private boolean json;

    @Option(names = "--verbose", description = "show on standard error all that happens")
    private boolean verbose;

    @Option(
            names = "--each-fault",
            paramLabel = "COUNT",
            description = "fail too when a kind of fault happened less often than this")
    private long eachFault;

    @Option(
            names = "--shrink",
            paramLabel = "FOLDER",
            description = "make the first failing scenario small and write it to this folder")
    private Optional<Path> shrink = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Optional<Scenario> one = scenario.map(this::read);
        SweepResult result = one.map(this::sweep).orElseGet(this::sweep);
        out().println(json ? SweepJson.of(result) : String.join("\n", lines(result)));
        out().flush();
        if (!result.violations().isEmpty() && shrink.isPresent()) {
            shrink(
                    one.orElseGet(
                            () -> Scenarios.of(result.violations().getFirst().seed())),
                    result,
                    shrink.get());
        }
        return result.violations().isEmpty() && !isAnyFaultTooRare(result) ? KEPT : BROKEN;
    }

    private Scenario read(Path file) {
        try {
            return ScenarioFile.read(Files.readString(file));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--scenario " + file + " can't be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private SweepResult sweep() {
        int threads = verbose ? 1 : Runtime.getRuntime().availableProcessors();
        return Sweep.run(seeds.first(), seeds.last(), threads, seed -> run(Scenarios.of(seed)));
    }

    private SweepResult sweep(Scenario only) {
        return Sweep.run(only.seed(), only.seed(), 1, seed -> run(only));
    }

    private SimulationResult run(Scenario what) {
        return Simulation.run(what, Parts.PRODUCTION, Promises::kept, (at, happening) -> {
            if (verbose) {
                show(at, happening);
            }
        });
    }

    private void show(Instant at, Happening happening) {
        boolean loud = happening instanceof Happening.Moved
                || happening instanceof Happening.Published
                || happening instanceof Happening.HandedOver;
        if (!loud) {
            err().println(at + " " + happening);
        }
    }

    private boolean isAnyFaultTooRare(SweepResult result) {
        result.faults().forEach((kind, count) -> {
            if (count < eachFault) {
                err().println("drover: " + kind + " happened " + count + " times, less than " + eachFault
                        + "; simulate more seeds");
            }
        });
        err().flush();
        return result.faults().values().stream().anyMatch(count -> count < eachFault);
    }

    private void shrink(Scenario failing, SweepResult result, Path folder) throws IOException {
        String promise = result.violations().getFirst().promise();
        Scenario small = Shrinker.shrink(
                failing,
                candidate ->
                        Simulation.run(candidate, Parts.PRODUCTION, Promises::kept, (at, happening) -> {})
                                .violations()
                                .stream()
                                .anyMatch(violation -> violation.promise().equals(promise)),
                SHRINKING_TRIES);
        Files.createDirectories(folder);
        Path file = folder.resolve(promise + "-seed-" + failing.seed() + ".json");
        Files.writeString(file, ScenarioFile.write(small));
        err().println("drover: the small one is " + file + "; see it with: deploy/bin/drover simulate --scenario "
                + file + " --verbose");
        err().flush();
    }

    private static List<String> lines(SweepResult result) {
        List<String> lines = new ArrayList<>(new Table(
                        List.of("FAULT", "TIMES"),
                        result.faults().entrySet().stream()
                                .map(fault -> List.of(fault.getKey().name(), String.valueOf(fault.getValue())))
                                .toList())
                .lines());
        lines.add("");
        for (Violation violation : result.violations()) {
            lines.add(violation.promise() + " is broken, seed " + violation.seed() + ", step " + violation.step() + ": "
                    + violation.what());
            lines.add("  again: " + Replay.of(violation));
        }
        lines.add(result.seeds() + " seeds, " + result.steps() + " steps, "
                + result.violations().size() + " violations, " + Human.duration(result.elapsed()));
        return lines;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
