package dev.drover.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.simulation.promise.Promises;
import dev.drover.simulation.scenario.Scenario;
import dev.drover.simulation.scenario.ScenarioFile;
import dev.drover.simulation.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios that once broke a promise, made small, are run for ever. A file's name begins with the promise's number. */
class RegressionsTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    static List<Path> regressions() throws IOException {
        return filesIn("regressions");
    }

    static List<Path> notKeptYet() throws IOException {
        return filesIn("not-kept-yet");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("regressions")
    void what_was_mended_stays_mended(Path file) throws IOException {
        assertThat(run(file)).isEmpty();
    }

    /** Whoever mends one of these moves it to the regressions. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("notKeptYet")
    void what_is_known_to_be_broken_breaks_nothing_else(Path file) throws IOException {
        String promise = file.getFileName().toString().split("-seed-", 2)[0];
        assertThat(run(file)).extracting(Violation::promise).isSubsetOf(promise, "I5-physical");
    }

    @Test
    void that_links_are_really_not_overrun_is_not_kept_yet() {
        assertThat(LongStream.rangeClosed(1, 60)
                        .mapToObj(Scenarios::of)
                        .map(scenario ->
                                Simulation.run(scenario, Parts.PRODUCTION, Promises::notKeptYet, (at, happening) -> {}))
                        .anyMatch(result -> !result.violations().isEmpty()))
                .as("when this is false, the promise belongs to those that are kept")
                .isTrue();
    }

    private static List<Violation> run(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(Files.readString(file));
        return Simulation.run(scenario, Parts.PRODUCTION, Promises::all, (at, happening) -> {})
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
