package dev.drover.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The {@code drover} command as a process of its own, on the class path of the tests. */
record Command(int exitCode, String out, String err) {
    static Command run(Duration limit, String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().close();
        CompletableFuture<String> out = text(process.getInputStream());
        CompletableFuture<String> err = text(process.getErrorStream());
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroy();
            throw new AssertionError("still running after " + limit + "; it printed:\n" + out.join() + err.join());
        }
        return new Command(process.exitValue(), out.join(), err.join());
    }

    private static Process start(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Ddrover.home=" + new File("../..").getCanonicalPath(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                DroverMain.class.getName()));
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words).start();
    }

    private static CompletableFuture<String> text(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException broken) {
                        return "(" + broken + ")";
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }
}
