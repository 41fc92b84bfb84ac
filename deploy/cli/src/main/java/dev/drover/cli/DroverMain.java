package dev.drover.cli;

import dev.drover.bench.BenchCommand;
import dev.drover.cli.demo.DemoCommand;
import dev.drover.cli.drain.HostCommand;
import dev.drover.cli.lab.LabCommand;
import dev.drover.cli.lab.LabException;
import dev.drover.cli.simulate.SimulateCommand;
import dev.drover.cli.zone.ZoneWatchException;
import dev.drover.deploy.kafka.BrokerFailedException;
import dev.drover.deploy.process.ChildFailedException;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.kafka.ZoneTableException;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code drover} command. */
@Command(
        name = "drover",
        description = "Moves herds of virtual machines.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nServers, each a process of its own (deploy/bin/drover NAME --help):%n",
        footer = {
            "  scheduler  owns zones: decides, commands, keeps their logs",
            "  agent      runs on each host, drives its libvirt",
            "  kafka      a small Kafka for a small installation"
        },
        subcommands = {
            DemoCommand.class,
            HostCommand.class,
            LabCommand.class,
            SimulateCommand.class,
            BenchCommand.class,
        })
public final class DroverMain {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private DroverMain() {}

    /** Exit codes: 0 done, 1 failed, 2 usage; the lab's own for {@code drover lab}. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new DroverMain())
                .setExecutionExceptionHandler((failure, command, result) -> explain(failure, command))
                .execute(args));
    }

    /** Kafka's client wraps what matters in what does not. */
    private static String said(Exception failure) {
        return Optional.ofNullable(failure.getCause())
                .filter(cause -> failure instanceof KafkaException)
                .map(cause -> "Kafka: " + cause.getMessage())
                .orElse(String.valueOf(failure.getMessage()));
    }

    /** A known failure is one line; anything else is our mistake and comes whole. */
    private static int explain(Exception failure, CommandLine command) throws Exception {
        int code = switch (failure) {
            case InvalidValueException invalid -> USAGE;
            case LabException lab -> lab.exitCode();
            case ZoneWatchException watch -> FAILED;
            case ZoneTableException table -> FAILED;
            case KafkaException kafka -> FAILED;
            case BrokerFailedException broker -> FAILED;
            case ChildFailedException child -> FAILED;
            default -> throw failure;
        };
        command.getErr().println("drover: " + said(failure));
        return code;
    }
}
