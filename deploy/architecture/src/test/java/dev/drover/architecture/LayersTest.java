package dev.drover.architecture;

import static dev.drover.architecture.Codebase.AGENT;
import static dev.drover.architecture.Codebase.DEPLOY;
import static dev.drover.architecture.Codebase.MAIN;
import static dev.drover.architecture.Codebase.SCHEDULER;
import static dev.drover.architecture.Codebase.SCHEMA;
import static dev.drover.architecture.Codebase.planted;
import static dev.drover.architecture.Codebase.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final String[] SCHEDULER_LAYERS = {"app", "adapter", "engine", "domain"};
    private static final String[] AGENT_LAYERS = {"app", "adapter", "engine", "port", "domain"};
    private static final JavaClasses PLANTED = planted("layers");

    @Test
    void the_scheduler_sees_downwards_only() {
        Layers.downwards(SCHEDULER, SCHEDULER_LAYERS).check(MAIN);
        Layers.complete(SCHEDULER, SCHEDULER_LAYERS).check(MAIN);
    }

    @Test
    void the_host_agent_sees_downwards_only() {
        Layers.downwards(AGENT, AGENT_LAYERS).check(MAIN);
        Layers.complete(AGENT, AGENT_LAYERS).check(MAIN);
    }

    @Test
    void a_look_upwards_is_found_in_each_layer() {
        ArchRule rule = Layers.downwards("dev.drover.planted.layers", SCHEDULER_LAYERS);

        assertThat(violations(rule, PLANTED))
                .hasSize(3)
                .anyMatch(line -> line.contains("domain.KnowsTheEngine") && line.contains("engine.Loop"))
                .anyMatch(line -> line.contains("engine.KnowsAnAdapter") && line.contains("adapter.Wire"))
                .anyMatch(line -> line.contains("adapter.KnowsTheApp") && line.contains("app.Main"));
    }

    @Test
    void a_class_outside_the_layers_is_found() {
        ArchRule rule = Layers.complete("dev.drover.planted.layers", SCHEDULER_LAYERS);

        assertThat(violations(rule, PLANTED)).singleElement().asString().contains("layers.stray.Nowhere");
    }

    @Test
    void scheduler_and_host_agent_share_the_schema_alone() {
        Layers.isolated(SCHEDULER, SCHEMA).check(MAIN);
        Layers.isolated(AGENT, SCHEMA).check(MAIN);
    }

    @Test
    void the_schema_sees_nothing_else_of_this_project() {
        Layers.isolated(SCHEMA).check(MAIN);
    }

    @Test
    void the_embedded_kafka_sees_nothing_else_of_this_project() {
        Layers.isolated(DEPLOY).check(MAIN);
    }

    @Test
    void a_look_into_another_module_is_found() {
        ArchRule rule = Layers.isolated("dev.drover.planted.layers.app", "dev.drover.planted.layers.adapter");

        assertThat(violations(rule, PLANTED))
                .isNotEmpty()
                .allMatch(line -> line.contains("app.Main") && line.contains("engine.Loop"));
    }

    @Test
    void the_language_knows_neither_codec_nor_kafka() {
        Layers.language(SCHEMA).check(MAIN);
    }

    @Test
    void a_word_of_the_language_that_knows_how_it_is_written_is_found() {
        assertThat(violations(Layers.language("dev.drover.planted.language"), planted("language")))
                .hasSizeGreaterThanOrEqualTo(2)
                .anyMatch(line -> line.contains("event.KnowsTheCodec") && line.contains("codec.MessageCodec"))
                .anyMatch(line -> line.contains("event.KnowsKafka") && line.contains("kafka.Topics"));
    }
}
