package dev.drover.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.simulation.promise.Promises;
import dev.drover.simulation.scenario.Scenario;
import dev.drover.simulation.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios that once broke a promise, made small, are run for ever. A file's name begins with the promise's number. */
class RegressionsTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    static List<Path> regressions() throws IOException {
        return filesIn("regressions");
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void what_was_mended_stays_mended(Path file) throws IOException {
        assertThat(run(file)).isEmpty();
    }

    private static List<Violation> run(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(Files.readString(file));
        return Simulation.run(scenario, Parts.PRODUCTION, Promises::kept, (at, happening) -> {})
                .violations();
    }

    private static List<Path> filesIn(String folder) throws IOException {
        Path all = RESOURCES.resolve(folder);
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(all)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
