package dev.drover.bench;

import dev.drover.bench.plan.InstanceReader;
import dev.drover.bench.race.RaceReport;
import dev.drover.bench.race.scene.Noise;
import dev.drover.bench.race.scene.NoiseReader;
import dev.drover.bench.result.ResultJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drover bench race}. */
@Command(
        name = "race",
        description = {
            "Evacuates an instance on simulated hypervisors by Drover's rules and by those of KubeVirt, Nova, oVirt,",
            "VMware, one after the other and all at once, to its own destinations. How guests write, and what fails, is",
            "hidden from all of them, and the same for all."
        },
        mixinStandardHelpOptions = true)
final class RaceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "an instance (docs/benchmarks.md)")
    private Path file;

    @Option(names = "--seed", defaultValue = "1", description = "of what is hidden (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--params", paramLabel = "NOISE.json", description = "how much is hidden (docs/benchmarks.md)")
    private Optional<Path> params = Optional.empty();

    @Option(names = "--json", description = "one JSON object on standard output in place of a table")
    private boolean json;

    @Spec
    private CommandSpec spec;

    RaceCommand() {
        this.spec = CommandSpec.create();
        this.file = Path.of("");
    }

    @Override
    public Integer call() {
        Noise noise = params.map(NoiseReader::read).orElse(Noise.USUAL);
        RaceReport report = RaceReport.of(InstanceReader.read(file), noise, seed);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ResultJson.write(report));
        } else {
            report.table().forEach(out::println);
        }
        out.flush();
        return 0;
    }
}
