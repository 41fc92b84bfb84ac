package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading spoiled records, however many and large, needs no more memory than a small program has. */
class FuzzMemoryTest {
    private static final String LITTLE = "-Xmx32m";
    private static final String INPUTS = "100000";

    private record Ended(int status, String output) {}

    @Test
    void spoiled_records_of_more_than_the_memory_are_answered(@TempDir Path folder) throws Exception {
        Ended child = run(folder, INPUTS);

        System.out.print(child.output());
        assertThat(child.status()).as(child.output()).isZero();
    }

    @Test
    void a_reader_that_kept_them_would_be_found(@TempDir Path folder) throws Exception {
        Ended child = run(folder, INPUTS, "keep");

        assertThat(child.status()).isNotZero();
        assertThat(child.output()).contains("OutOfMemoryError");
    }

    private static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process child = new ProcessBuilder(Stream.of(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        LITTLE,
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-Ddrover.fuzz.seed="
                                                + FuzzSeed.chosen().value(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        FuzzInLittleMemory.class.getName()),
                                List.of(arguments))
                        .flatMap(List::stream)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(child.waitFor(3, TimeUnit.MINUTES))
                    .as("%s did not end: %s", LITTLE, Files.readString(output))
                    .isTrue();
        } finally {
            child.destroyForcibly();
        }
        return new Ended(child.exitValue(), Files.readString(output));
    }
}
