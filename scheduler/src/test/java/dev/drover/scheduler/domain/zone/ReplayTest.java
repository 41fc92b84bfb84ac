package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.decider;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.takeover;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.codec.Catalogue;
import dev.drover.schema.codec.MessageCodec;
import dev.drover.schema.codec.MessageType;
import dev.drover.schema.event.SchemaLevelRaised;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.message.EventMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReplayTest {
    @Test
    void the_fold_of_the_log_is_the_state() {
        ZoneScenario run = Recording.run();
        assertThat(ZoneScenario.fold(run.log())).isEqualTo(run.state());
    }

    @Test
    void the_fold_of_the_log_as_it_is_written_and_read_is_the_state() {
        ZoneScenario run = Recording.run();
        MessageCodec codec = new MessageCodec();
        List<EventMessage> read = run.log().stream()
                .map(event -> codec.event(codec.encode(event)).orElse(error -> {
                    throw new AssertionError(error.explain());
                }))
                .toList();
        assertThat(read).isEqualTo(run.log());
        assertThat(ZoneScenario.fold(read)).isEqualTo(run.state());
    }

    @Test
    void what_a_decision_leaves_is_the_fold_of_its_facts() {
        assertThat(Recording.run().steps())
                .allSatisfy(step -> assertThat(step.decision().after()).isEqualTo(step.after()));
    }

    @Test
    void deciding_changes_nothing() {
        ZoneScenario run = Recording.run();
        assertThat(run.steps()).allSatisfy(step -> {
            ZoneDecider decider = decider(run.policy());
            assertThat(decider.decide(step.before(), step.input())).isEqualTo(step.decision());
        });
    }

    @Test
    void the_recording_holds_every_kind_of_event() {
        Set<Class<?>> seen = Recording.run().log().stream()
                .map(event -> event.event().getClass())
                .collect(Collectors.toSet());
        Set<Class<?>> all = Catalogue.EVENTS.stream()
                .map(MessageType::body)
                .filter(body -> !body.equals(SchemaLevelRaised.class)) // there is no other level to raise it to
                .collect(Collectors.toSet());
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void the_time_of_a_zone_never_runs_back() {
        ZoneScenario zone = zone().given(known(host("h1", 64)), known(host("h2", 64)));
        Instant before = zone.state().time();
        zone.after(Duration.ofHours(-1)).when(asked(evacuate("drain", "h1")));
        assertThat(zone.log().getLast().head().at()).isEqualTo(before);
        assertThat(zone.state().time()).isEqualTo(before);
        zone.after(Duration.ofHours(2)).when(asked(evacuate("drain-2", "h2")));
        assertThat(zone.state().time()).isEqualTo(before.plus(Duration.ofHours(1)));
    }

    @Test
    void each_takeover_begins_the_next_epoch() {
        ZoneScenario zone = zone();
        assertThat(zone.state().epoch()).isEqualTo(new Epoch(1));
        zone.when(takeover("node-2"))
                .then(events(new ZoneOwnershipTaken(new NodeId("node-2"), new Epoch(2))), noCommands());
        assertThat(zone.state().epoch()).isEqualTo(new Epoch(2));
        assertThat(zone.log().getLast().epoch()).isEqualTo(new Epoch(2));
    }

    @Test
    void the_last_report_of_each_host_that_counted_stands_in_the_log() {
        ZoneScenario run = Recording.run();
        assertThat(ZoneScenario.fold(run.log()).progress().marks())
                .isEqualTo(run.state().progress().marks());
        assertThat(run.state().progress().marks().keySet()).containsExactly(id("h1"), id("h2"), id("h3"));
    }
}
