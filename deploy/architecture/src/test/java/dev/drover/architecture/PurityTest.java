package dev.drover.architecture;

import static dev.drover.architecture.Codebase.MAIN;
import static dev.drover.architecture.Codebase.planted;
import static dev.drover.architecture.Codebase.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurityTest {
    private static final String ROOT = "dev.drover.planted.purity";
    private static final JavaClasses PLANTED = planted("purity");

    @ParameterizedTest
    @ValueSource(strings = {Codebase.SCHEDULER, Codebase.AGENT})
    void a_domain_sees_only_values(String module) {
        Purity.sees(module).check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {Codebase.SCHEDULER, Codebase.AGENT})
    void a_domain_calls_nothing_that_answers_differently_from_time_to_time(String module) {
        Purity.calls(module).check(MAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "StartsAThread,     java.lang.Thread",
        "WaitsForAFuture,   java.util.concurrent.CompletableFuture",
        "HoldsAClock,       java.time.Clock",
        "HoldsAnInstantSource, java.time.InstantSource",
        "RollsDice,         java.util.Random",
        "RollsOtherDice,    java.util.random.RandomGenerator",
        "Prints,            java.lang.System",
        "ReadsAFile,        java.nio.file.Files",
        "Logs,              org.slf4j.Logger",
        "Encodes,           dev.drover.schema.codec.MessageCodec",
        "KnowsTopics,       dev.drover.schema.kafka.Topics",
        "KnowsTheOutside,   dev.drover.planted.purity.outside.Outside"
    })
    void a_domain_that_sees_more_is_found(String offender, String seen) {
        assertThat(violations(Purity.sees(ROOT), PLANTED))
                .anyMatch(line -> line.contains("domain." + offender) && line.contains(seen));
    }

    @ParameterizedTest
    @CsvSource({
        "AsksTheTime,       java.time.Instant.now()",
        "AsksTheTime,       java.time.LocalDate.now()",
        "RollsDice,         java.util.Random.<init>()",
        "RollsDice,         java.lang.Math.random()",
        "MakesUpAnId,       java.util.UUID.randomUUID()",
        "StartsAThread,     java.lang.Thread.<init>(",
        "StartsAThread,     java.lang.Thread.start()",
        "AsksTheMachine,    java.lang.System.currentTimeMillis()",
        "AsksTheMachine,    java.lang.System.nanoTime()",
        "AsksTheMachine,    java.lang.System.getenv(",
        "AsksTheMachine,    java.lang.System.identityHashCode(",
        "AsksTheTimeLater,  java.time.Instant.now()",
        "AsksTheTimeLater,  java.util.UUID.randomUUID()",
        "SpeaksTheLocal,    java.lang.String.format(",
        "SpeaksTheLocal,    java.lang.String.formatted(",
        "SpeaksTheLocal,    java.lang.String.toUpperCase()",
        "LosesTheOrder,     java.util.Collections.shuffle(",
        "LosesTheOrder,     java.util.Set.of(",
        "LosesTheOrder,     java.util.Map.copyOf(",
        "LosesTheOrder,     java.util.List.parallelStream()"
    })
    void a_domain_that_calls_more_is_found(String offender, String called) {
        assertThat(violations(Purity.calls(ROOT), PLANTED))
                .anyMatch(line -> line.contains("domain." + offender) && line.contains(called));
    }

    @Test
    void an_innocent_domain_is_left_alone() {
        assertThat(violations(Purity.sees(ROOT), PLANTED)).noneMatch(line -> line.contains("domain.Innocent"));
        assertThat(violations(Purity.calls(ROOT), PLANTED)).noneMatch(line -> line.contains("domain.Innocent"));
        assertThat(violations(Purity.sees(ROOT), PLANTED))
                .noneMatch(line -> line.startsWith("Class <" + ROOT + ".outside"));
    }
}
