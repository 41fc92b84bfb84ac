package dev.drover.bench;

import dev.drover.bench.result.ResultJson;
import dev.drover.bench.shares.SharesBench;
import dev.drover.bench.shares.SharesResult;
import dev.drover.schema.id.InvalidValueException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drover bench shares}. */
@Command(
        name = "shares",
        description = "What it takes to share 20,000 links fairly among so many flows: all anew, and after one change.",
        mixinStandardHelpOptions = true)
final class SharesCommand implements Callable<Integer> {
    private static final int MOST_FLOWS = 100_000;

    @Option(
            names = "--flows",
            split = ",",
            defaultValue = "100,1000,10000",
            description = "how many flows (default: ${DEFAULT-VALUE})")
    private List<Integer> flows = List.of();

    @Option(names = "--seed", defaultValue = "1", description = "of who sends to whom (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "one JSON object a line on standard output in place of a table")
    private boolean json;

    @Spec
    private CommandSpec spec;

    SharesCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        flows.forEach(SharesCommand::requireSensible);
        SharesBench bench = new SharesBench(seed);
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println("    flows  full ms  change us p50       p99  rates that change");
        }
        for (int count : flows) {
            SharesResult result = bench.measure(count);
            out.println(json ? ResultJson.write(result) : row(result));
            out.flush();
        }
        return 0;
    }

    private static void requireSensible(int count) {
        if (count < 1 || count > MOST_FLOWS) {
            throw new InvalidValueException("--flows", "is " + count + "; give 1 to " + MOST_FLOWS);
        }
    }

    private static String row(SharesResult result) {
        return String.format(
                Locale.ROOT,
                "%9d %8.2f %14.1f %9.1f %18.1f",
                result.flows(),
                result.fullMillis(),
                result.changeMicros().p50(),
                result.changeMicros().p99(),
                result.changed());
    }
}
