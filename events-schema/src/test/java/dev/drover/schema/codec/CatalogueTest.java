package dev.drover.schema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.command.AgentCommand;
import dev.drover.schema.command.LeaseNotice;
import dev.drover.schema.event.MigrationEvent;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.report.Report;
import dev.drover.schema.sample.Sample;
import dev.drover.schema.sample.Samples;
import dev.drover.schema.telemetry.Telemetry;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void every_record_of_the_language_is_in_the_catalogue_and_nothing_else() {
        List<? extends Class<?>> language =
                Catalogue.ROOTS.stream().flatMap(CatalogueTest::records).toList();

        assertThat(Catalogue.all().stream().<Class<?>>map(MessageType::body).toList())
                .containsExactlyInAnyOrderElementsOf(language);
    }

    @Test
    void the_language_is_searched_below_interfaces_of_interfaces() {
        assertThat(records(ZoneEvent.class)).contains(MigrationSucceeded.class).doesNotContain(MigrationEvent.class);
    }

    @Test
    void each_family_holds_the_records_of_its_own_root() {
        assertFamily(Catalogue.INTENTS, Intent.class);
        assertFamily(Catalogue.REPORTS, Report.class);
        assertFamily(Catalogue.EVENTS, ZoneEvent.class);
        assertFamily(Catalogue.COMMANDS, AgentCommand.class);
        assertFamily(Catalogue.LEASES, LeaseNotice.class);
        assertFamily(Catalogue.TELEMETRY, Telemetry.class);
    }

    @Test
    void every_type_has_a_sample_under_its_own_name() {
        assertThat(Samples.all().stream().map(Sample::name))
                .containsAll(Catalogue.all().stream().map(MessageType::name).toList());
        assertThat(Samples.all())
                .allSatisfy(sample -> assertThat(
                                new MessageCodec().encode(sample.message()).getType())
                        .isEqualTo(sample.type()));
    }

    @Test
    void names_are_unique_and_speak_of_drover() {
        assertThat(Catalogue.all().stream().map(MessageType::name))
                .doesNotHaveDuplicates()
                .allMatch(name ->
                        name.matches("dev\\.drover\\.(intent|report|event|command|telemetry|snapshot)\\.[a-z-]+"));
    }

    @Test
    void a_body_that_is_not_in_the_catalogue_is_named() {
        assertThatThrownBy(() -> Catalogue.of("text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("class java.lang.String is not in the catalogue");
    }

    private static void assertFamily(List<MessageType> family, Class<?> root) {
        assertThat(family).isNotEmpty().allMatch(type -> root.isAssignableFrom(type.body()));
        assertThat(family.stream().<Class<?>>map(MessageType::body))
                .containsExactlyInAnyOrderElementsOf(records(root).toList());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .map(Function.<Class<?>>identity())
                        .flatMap(CatalogueTest::records)
                : Stream.of(type);
    }
}
