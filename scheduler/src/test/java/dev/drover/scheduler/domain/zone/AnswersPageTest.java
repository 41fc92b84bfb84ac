package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.intent.Intent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswersPageTest {
    private static final Path FILE = Path.of("..", "docs", "answers.md");

    @Test
    void every_kind_of_intent_is_asked() {
        assertThat(AnswersPage.intents().stream().map(Object::getClass)).doesNotHaveDuplicates();
        assertThat(AnswersPage.intents()).hasSameSizeAs(kinds(Intent.class).toList());
    }

    @Test
    void the_page_says_what_is_answered() throws IOException {
        String text = new AnswersPage().text();
        if (Boolean.getBoolean("drover.docs.write")) {
            Files.writeString(FILE, text);
        }
        assertThat(FILE)
                .as("docs/answers.md is out of date: run this test with -Ddrover.docs.write=true")
                .hasContent(text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cells")
    void an_intent_is_answered_once_wherever_it_is_asked(String situation, Intent intent) {
        ZoneScenario zone = AnswersPage.situations().get(situation).get();
        assertThat(AnswersPage.answer(zone, intent)).isNotBlank();
        zone.when(asked(intent)).thenNothing();
    }

    static List<Arguments> cells() {
        return AnswersPage.situations().keySet().stream()
                .flatMap(situation -> AnswersPage.intents().stream().map(intent -> Arguments.of(situation, intent)))
                .toList();
    }

    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses())
                        .flatMap(AnswersPageTest::kinds)
                        .distinct()
                : Stream.of(sealed);
    }
}
