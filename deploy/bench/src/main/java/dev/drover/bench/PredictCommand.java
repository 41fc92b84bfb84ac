package dev.drover.bench;

import dev.drover.bench.predict.MigrationFile;
import dev.drover.bench.predict.PredictReport;
import dev.drover.schema.id.InvalidValueException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drover bench predict}. */
@Command(
        name = "predict",
        description = {
            "Forecasts of how long migrations take, beside what was measured: Drover's, Drover's with what it",
            "learns from the migrations that had ended before, and two rules of thumb."
        },
        mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE.csv",
            description = {
                "measured migrations, a line each; columns bw_mbps, mem_used_mb and duration_s, and where",
                "known src, dst, start_epoch, end_epoch, hot_dirty_size_mb, hot_dirty_duration_s,",
                "cold_dirty_rate_MBps"
            })
    private Path file;

    @Option(
            names = "--downtime-limit-ms",
            defaultValue = "2000",
            description = {
                "for how long the hypervisor could plan to stop a guest; no column says so",
                "(default: ${DEFAULT-VALUE}, a round guess)"
            })
    private long downtimeLimitMillis;

    @Option(names = "--json", description = "one JSON object on standard output in place of a table")
    private boolean json;

    @Spec
    private CommandSpec spec;

    PredictCommand() {
        this.spec = CommandSpec.create();
        this.file = Path.of("");
    }

    @Override
    public Integer call() {
        if (downtimeLimitMillis < 0) {
            throw new InvalidValueException("--downtime-limit-ms", "is " + downtimeLimitMillis + "; give 0 or more");
        }
        PredictReport report = PredictReport.of(MigrationFile.read(file), Duration.ofMillis(downtimeLimitMillis));
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            report.lines().forEach(out::println);
        }
        out.flush();
        return 0;
    }
}
