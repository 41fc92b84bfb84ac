package dev.drover.agent.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drover.agent.adapter.journal.JournalException;
import dev.drover.agent.port.JournalFullException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command: whatever is wrong with how it was called is one line on stderr, with the cure, and exit code 2. */
final class Program {
    private static final int USAGE = 2;

    private Program() {}

    static int run(Callable<Integer> command, String... arguments) {
        return run(command, new PrintWriter(System.err, true, UTF_8), arguments);
    }

    static int run(Callable<Integer> command, PrintWriter err, String... arguments) {
        return new CommandLine(command)
                .setErr(err)
                .setParameterExceptionHandler((wrong, given) -> complain(err, explain(wrong)))
                .setExecutionExceptionHandler((failed, line, given) -> switch (failed) {
                    case JournalException journal -> complain(err, "--journal: " + journal.getMessage());
                    case JournalFullException noRoom -> complain(err, "--journal: " + noRoom.getMessage());
                    case KafkaException kafka -> complain(err, "--kafka: " + words(kafka));
                    default -> throw failed;
                })
                .execute(arguments);
    }

    private static String explain(ParameterException wrong) {
        String message = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
        return switch (wrong) {
            case MissingParameterException missing -> message + "; add what is missing, --help explains it";
            case UnmatchedArgumentException unknown -> message + "; --help lists what there is";
            default -> message;
        };
    }

    private static String words(KafkaException failed) {
        Throwable deepest = failed;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() + "; give the address of a broker that can be reached, as HOST:PORT";
    }

    private static int complain(PrintWriter err, String line) {
        err.println(line);
        err.flush();
        return USAGE;
    }
}
