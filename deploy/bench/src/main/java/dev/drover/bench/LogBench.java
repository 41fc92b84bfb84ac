package dev.drover.bench;

import dev.drover.bench.result.LogReport;
import dev.drover.bench.result.Machine;
import dev.drover.bench.result.ResultJson;
import dev.drover.bench.result.Settings;
import dev.drover.bench.result.SizeResult;
import dev.drover.deploy.process.ChildFailedException;
import dev.drover.deploy.process.ChildJvm;
import dev.drover.deploy.process.JvmCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures sizes one after the other, each in a JVM as a scheduler's: what one has compiled does not help the next. */
final class LogBench {
    private static final String[] FLAGS = {"-Dorg.slf4j.simpleLogger.defaultLogLevel=error"};
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private LogBench() {}

    /** Throws {@link ChildFailedException} when a measurement fails; its log is kept then. */
    static LogReport run(List<Integer> vms, Settings settings, Consumer<String> progress) throws IOException {
        Machine machine = Machine.here();
        List<SizeResult> sizes = new ArrayList<>();
        for (int size : vms) {
            Path folder = Files.createTempDirectory("drover-bench-");
            sizes.add(measure(folder, size, settings, progress));
            delete(folder);
        }
        return LogReport.of(Instant.now(), machine, settings, sizes);
    }

    private static SizeResult measure(Path folder, int vms, Settings settings, Consumer<String> progress) {
        CompletableFuture<SizeResult> result = new CompletableFuture<>();
        JvmCommand command = JvmCommand.of(SizeMain.class, SizeMain.words(folder, vms, settings))
                .withJvmFlags(FLAGS);
        Path log = folder.resolve("bench.log");
        try (ChildJvm child = ChildJvm.start(command, log, line -> hear(line, result, progress))) {
            int code = child.ended().join();
            return said(result)
                    .orElseThrow(() -> new ChildFailedException(
                            "measuring " + vms + " vms ended with exit code " + code + "; why is in " + log));
        }
    }

    /** Its last line may be read a moment after its end. */
    private static Optional<SizeResult> said(CompletableFuture<SizeResult> result) {
        try {
            return Optional.of(result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException silent) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("a result is given or not", impossible);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void hear(String line, CompletableFuture<SizeResult> result, Consumer<String> progress) {
        if (line.startsWith(SizeMain.RESULT)) {
            result.complete(ResultJson.readSize(line.substring(SizeMain.RESULT.length())));
        } else {
            progress.accept(line);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
