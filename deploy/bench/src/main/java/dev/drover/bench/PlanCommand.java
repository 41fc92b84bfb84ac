package dev.drover.bench;

import dev.drover.bench.plan.InstanceReader;
import dev.drover.bench.plan.MadeUpInstance;
import dev.drover.bench.plan.MeasuredPlan;
import dev.drover.bench.plan.PlanBench;
import dev.drover.bench.plan.PlanLine;
import dev.drover.bench.plan.PlanTable;
import dev.drover.bench.result.ResultJson;
import dev.drover.scheduler.domain.plan.problem.Destinations;
import dev.drover.scheduler.domain.plan.problem.DurationModel;
import dev.drover.scheduler.domain.plan.problem.MvmDurations;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.PrecopyDurations;
import dev.drover.schema.id.InvalidValueException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drover bench plan}. */
@Command(
        name = "plan",
        description = {
            "Plans evacuations, beside plain longest-first list scheduling and beside what no plan can beat. What can't",
            "be moved is named on standard error, with the reason."
        },
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "instances (docs/benchmarks.md)")
    private List<Path> files = List.of();

    @Option(names = "--generate", split = ",", paramLabel = "VMS", description = "makes instances of these sizes up")
    private List<Integer> generate = List.of();

    @Option(
            names = "--destinations",
            paramLabel = "fixed|free",
            defaultValue = "fixed",
            description = "those of the instance, or the planner's (default: ${DEFAULT-VALUE})")
    private String destinations = "fixed";

    @Option(
            names = "--model",
            paramLabel = "mvm|drover",
            defaultValue = "mvm",
            description = {
                "durations as BtrPlace's mVM scheduler has them, in whole seconds, or as pre-copy has them, at rates",
                "that the plan chooses (default: ${DEFAULT-VALUE})"
            })
    private String model = "mvm";

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "of the search, and of what is made up (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", description = "one JSON object a line on standard output in place of a table")
    private boolean json;

    @Spec
    private CommandSpec spec;

    PlanCommand() {
        this.spec = CommandSpec.create();
    }

    /** All is read before anything is planned: a mistake in the last file shows at once. */
    @Override
    public Integer call() {
        PlanBench bench = new PlanBench(durations(), chosen(), seed);
        List<PlanningProblem> problems = problems();
        bench.warmUp();
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println(PlanTable.HEAD);
        }
        problems.forEach(problem -> say(bench.measure(problem)));
        return 0;
    }

    private void say(MeasuredPlan measured) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? ResultJson.write(PlanLine.of(measured)) : PlanTable.row(measured));
        out.flush();
        PlanTable.unmoved(measured).forEach(spec.commandLine().getErr()::println);
    }

    private List<PlanningProblem> problems() {
        if (files.isEmpty() && generate.isEmpty()) {
            throw new InvalidValueException("FILE", "is missing; name instances, or --generate some");
        }
        return Stream.concat(
                        files.stream().map(InstanceReader::read),
                        generate.stream().map(vms -> MadeUpInstance.of(vms, seed)))
                .toList();
    }

    private Destinations chosen() {
        return switch (destinations) {
            case "fixed" -> Destinations.FIXED;
            case "free" -> Destinations.FREE;
            default -> throw new InvalidValueException("--destinations", "is " + destinations + "; give fixed or free");
        };
    }

    private DurationModel durations() {
        return switch (model) {
            case "mvm" -> new MvmDurations();
            case "drover" -> PrecopyDurations.USUAL;
            default -> throw new InvalidValueException("--model", "is " + model + "; give mvm or drover");
        };
    }
}
