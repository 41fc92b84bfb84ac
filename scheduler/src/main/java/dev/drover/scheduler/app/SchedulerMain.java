package dev.drover.scheduler.app;

import dev.drover.scheduler.adapter.http.Listen;
import dev.drover.scheduler.adapter.kafka.LostInputs;
import dev.drover.scheduler.adapter.kafka.Session;
import dev.drover.scheduler.engine.ZoneLogException;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneTableException;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.transfer.OwnDisks;
import dev.drover.schema.transfer.TransferOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The scheduler's process. Prints {@code READY} when its topics are right and it asks for a seat; ends orderly on SIGTERM. */
@Command(
        name = "drover-scheduler",
        description = "Owns zones: decides, commands, keeps their logs.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SchedulerMain implements Callable<Integer> {
    private static final Duration FAREWELL = Duration.ofSeconds(25);

    @Option(names = "--node", required = true, description = "this process's name, unique and kept over restarts")
    private String node = "";

    @Option(
            names = "--zone",
            split = ",",
            paramLabel = "ZONE",
            description = {
                "a zone to enrol if it is new; may be repeated, or several with commas between.",
                "Every scheduler runs its share of all enrolled zones; the first of all enrols 'default' unless told."
            })
    private List<String> zones = List.of();

    @Option(names = "--kafka", required = true, description = "bootstrap servers, HOST:PORT")
    private String kafka = "";

    @Option(
            names = "--session-timeout",
            defaultValue = "3s",
            paramLabel = "TIME",
            converter = TimeOption.class,
            description = {
                "how long this process may be silent until its zones go to others, like 3s or 800ms",
                "(default: ${DEFAULT-VALUE}); brokers refuse less than their group.min.session.timeout.ms"
            })
    private Duration sessionTimeout = Duration.ZERO;

    @Option(names = "--parallel", defaultValue = "2", description = "migrations out of and into a host at once")
    private int parallel;

    @Option(names = "--link-share", defaultValue = "80", description = "percent of a link that migrations may use")
    private int linkShare;

    @Option(names = "--post-copy", description = "migrations may be switched to post-copy")
    private boolean postCopy;

    @Option(names = "--copy-disks", description = "disks that other hosts do not reach go along with their vms")
    private boolean copyDisks;

    @Option(
            names = "--same-bases",
            description = {
                "and where an image that they build on lies at the same path, it is the same everywhere: only what",
                "differs from it goes along (with --copy-disks)"
            })
    private boolean sameBases;

    @Option(
            names = "--replicas",
            defaultValue = "2",
            description =
                    "how many schedulers keep each zone's state at hand, its owner among them (default: ${DEFAULT-VALUE})")
    private int replicas;

    @Option(
            names = "--accept-lost-inputs",
            description =
                    "go on where inputs were deleted unread, or their answers from the log, instead of stopping their zone")
    private boolean acceptLostInputs;

    @Option(
            names = "--http",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:0",
            description = {
                "where this process answers questions about zones, on this machine (default: ${DEFAULT-VALUE},",
                "any free port)"
            })
    private String http = "";

    @Option(
            names = "--advertise",
            paramLabel = "URL",
            description = "where the other schedulers reach that, if something stands in front of it")
    private Optional<URI> advertised = Optional.empty();

    /** Runs until it is told to stop. Exit code 0 then, 1 when it can't go on, 2 when an option is wrong. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SchedulerMain())
                .setParameterExceptionHandler((wrong, args) -> usage(wrong))
                .setExecutionExceptionHandler((failure, command, result) -> explain(failure, command));
    }

    @Override
    public Integer call() {
        SchedulerSettings settings = settings();
        CompletableFuture<Optional<String>> end = new CompletableFuture<>();
        CountDownLatch closed = new CountDownLatch(1);
        try (SchedulerNode running = new SchedulerNode(settings)) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stopAndWait(end, closed)));
            running.expelled().thenAccept(why -> end.complete(Optional.of(why)));
            System.out.println("READY scheduler " + running.name() + " at " + running.address());
            end.join();
        } finally {
            closed.countDown();
        }
        end.join().ifPresent(why -> {
            throw new ZoneLogException(why);
        });
        return CommandLine.ExitCode.OK;
    }

    private SchedulerSettings settings() {
        return new SchedulerSettings(
                kafka,
                new NodeId(node),
                zones.stream().map(ZoneId::new).toList(),
                ZonePolicy.standard()
                        .withParallel(parallel)
                        .withLinkShare(linkShare)
                        .withTransfer(transfer()),
                new Session(sessionTimeout),
                acceptLostInputs ? LostInputs.ACCEPT : LostInputs.HALT,
                replicas,
                Listen.of(http),
                advertised);
    }

    /** Must not wait for the main thread itself: at an orderly end that is the one that waits for this hook. */
    private static void stopAndWait(CompletableFuture<Optional<String>> end, CountDownLatch closed) {
        end.complete(Optional.empty());
        try {
            boolean inTime = closed.await(FAREWELL.toSeconds(), TimeUnit.SECONDS);
            if (!inTime) {
                System.err.println("drover-scheduler: gave up stopping in order after " + FAREWELL.toSeconds() + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static int usage(ParameterException wrong) {
        wrong.getCommandLine().getErr().println("drover-scheduler: " + wrong.getMessage() + "; see --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static int explain(Exception failure, CommandLine command) throws Exception {
        int code = switch (failure) {
            case InvalidValueException invalid -> CommandLine.ExitCode.USAGE;
            case ZoneLogException log -> CommandLine.ExitCode.SOFTWARE;
            case ZoneTableException table -> CommandLine.ExitCode.SOFTWARE;
            default -> throw failure;
        };
        String.valueOf(failure.getMessage())
                .lines()
                .forEach(line -> command.getErr().println("drover-scheduler: " + line));
        return code;
    }

    private TransferOptions transfer() {
        TransferOptions means = postCopy ? TransferOptions.PLAIN.allowingPostCopy() : TransferOptions.PLAIN;
        return means.withDisks(ownDisks());
    }

    private OwnDisks ownDisks() {
        if (sameBases && !copyDisks) {
            throw new InvalidValueException("--same-bases", "is given without --copy-disks; give both, or neither");
        }
        if (!copyDisks) {
            return OwnDisks.STAY;
        }
        return sameBases ? OwnDisks.GO_FROM_BASE : OwnDisks.GO;
    }
}
