package dev.drover.bench;

import picocli.CommandLine.Command;

/** {@code drover bench}. */
@Command(
        name = "bench",
        description = "Measures Drover on this machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LogCommand.class,
            PlanCommand.class,
            PredictCommand.class,
            ConvergeCommand.class,
            SharesCommand.class,
            RaceCommand.class
        })
public final class BenchCommand {}
