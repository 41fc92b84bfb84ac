package dev.drover.bench;

import dev.drover.bench.converge.ConvergeReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drover bench converge}. */
@Command(
        name = "converge",
        description = {
            "Simulated guests of many sizes and habits, each moved by Drover's rules and by those of Nova, oVirt,",
            "KubeVirt and Proxmox, with the same consents. Says where a peer did better."
        },
        mixinStandardHelpOptions = true)
final class ConvergeCommand implements Callable<Integer> {
    @Option(names = "--json", description = "one JSON object on standard output in place of a table")
    private boolean json;

    @Spec
    private CommandSpec spec;

    ConvergeCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        ConvergeReport report = ConvergeReport.full();
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
