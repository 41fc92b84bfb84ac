package dev.drover.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process takes of its machine, as Linux counts it. */
public record Footprint(long pid) {
    private static final int KIBIBYTES_A_MEBIBYTE = 1024;

    /** The memory it holds (resident set size). */
    public long mebibytes() {
        String line = lines("status")
                .lines()
                .filter(one -> one.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_A_MEBIBYTE;
    }

    /** The processor time that it has used so far, all its threads together. */
    public Duration processorTime() {
        return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow();
    }

    private String lines(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
