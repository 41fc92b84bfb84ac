package dev.drover.bench;

import dev.drover.bench.result.LogReport;
import dev.drover.bench.result.LogTable;
import dev.drover.bench.result.ResultJson;
import dev.drover.bench.result.Settings;
import dev.drover.schema.id.InvalidValueException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drover bench log}. */
@Command(
        name = "log",
        description = {
            "The scheduler's log engine beside raw Kafka, which reads and writes the same records in the same",
            "transactions. Starts a Kafka and a process of its own for each size, and leaves nothing behind."
        },
        mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {
    private static final int LEAST_VMS = 500;

    @Option(names = "--vms", split = ",", paramLabel = "N", description = "sizes of fleets (default: ${DEFAULT-VALUE})")
    private List<Integer> vms = List.of(1_000, 10_000, 100_000);

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = {
                "how much load a round answers: so many seconds of " + Settings.INPUTS_A_SECOND,
                "inputs each (default: ${DEFAULT-VALUE})"
            })
    private int seconds;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "pairs of rounds that count, after two to warm up (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seed", defaultValue = "1", description = "of the load (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "one JSON object on standard output in place of a table")
    private boolean json;

    @Spec
    private CommandSpec spec;

    LogCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws IOException {
        vms.forEach(size -> atLeast("--vms", size, LEAST_VMS));
        atLeast("--seconds", seconds, 1);
        atLeast("--rounds", rounds, 1);
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        LogReport report = LogBench.run(vms, new Settings(seconds, rounds, seed), err::println);
        if (json) {
            out.println(ResultJson.write(report));
        } else {
            LogTable.lines(report).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private static void atLeast(String option, int value, int least) {
        if (value < least) {
            throw new InvalidValueException(option, "is " + value + "; give " + least + " or more");
        }
    }
}
