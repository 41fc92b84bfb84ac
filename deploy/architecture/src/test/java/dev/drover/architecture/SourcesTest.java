package dev.drover.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.architecture.Sources.Source;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    private static final List<Source> JAVA = Sources.ending(".java");
    private static final String PLANTED_TEST = "host-agent/src/test/java/PlantedTest.java";
    private static final String PLANTED_DOMAIN =
            "scheduler/src/main/java/dev/drover/scheduler/domain/zone/Planted.java";

    @Test
    void all_modules_are_looked_at() {
        assertThat(JAVA)
                .extracting(Source::path)
                .anyMatch(path -> path.startsWith("events-schema/src/main/"))
                .anyMatch(path -> path.startsWith("scheduler/src/main/"))
                .anyMatch(path -> path.startsWith("host-agent/src/test/"))
                .anyMatch(path -> path.startsWith("deploy/cli/src/main/"))
                .noneMatch(path -> path.contains("/target/"));
        assertThat(JAVA).anyMatch(Source::isTest).anyMatch(Source::isDomain);
    }

    @Test
    void no_file_is_longer_than_400_lines() {
        assertThat(Sources.tooLong(JAVA)).isEmpty();
    }

    @Test
    void a_file_of_401_lines_is_found() {
        assertThat(Sources.tooLong(List.of(new Source("a/B.java", Collections.nCopies(401, "")))))
                .containsExactly("a/B.java has 401 lines; split it");
        assertThat(Sources.tooLong(List.of(new Source("a/B.java", Collections.nCopies(400, "")))))
                .isEmpty();
    }

    @Test
    void nothing_is_left_for_later() {
        assertThat(Sources.unfinished(JAVA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TO" + "DO", "FIX" + "ME"})
    void a_note_to_do_it_later_is_found(String word) {
        assertThat(Sources.unfinished(List.of(new Source("a/B.java", List.of("", "  // " + word + ": retry")))))
                .containsExactly("a/B.java:2: // " + word + ": retry");
    }

    @Test
    void no_test_sleeps_to_be_in_time() {
        assertThat(Sources.sleepingTests(JAVA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thread." + "sleep(50);", "TimeUnit.SECONDS." + "sleep(1);", "MILLISECONDS" + ".sleep(1);"})
    void a_test_that_sleeps_is_found(String sleep) {
        assertThat(Sources.sleepingTests(List.of(new Source(PLANTED_TEST, List.of(sleep)))))
                .containsExactly(PLANTED_TEST + ":1: " + sleep);
        assertThat(Sources.sleepingTests(List.of(new Source(PLANTED_DOMAIN, List.of(sleep)))))
                .isEmpty();
    }

    @Test
    void a_domain_answers_every_case_by_name() {
        assertThat(Sources.defaults(JAVA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default -> state;", "default: break;", "case A, default ->"})
    void a_default_in_a_domain_is_found(String answer) {
        assertThat(Sources.defaults(List.of(new Source(PLANTED_DOMAIN, List.of(answer)))))
                .containsExactly(PLANTED_DOMAIN + ":1: " + answer);
    }

    @Test
    void a_default_method_or_a_default_elsewhere_is_left_alone() {
        assertThat(Sources.defaults(List.of(
                        new Source(PLANTED_DOMAIN, List.of("default String subject() {")),
                        new Source(PLANTED_TEST, List.of("default -> 1;")))))
                .isEmpty();
    }
}
