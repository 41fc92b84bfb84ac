package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.started;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.migration;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.NODE;
import static dev.drover.scheduler.domain.zone.ZoneScenario.OPERATOR;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.CorrelationId;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.report.ReportMark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    @Test
    void what_answers_an_operator_carries_his_name_his_reason_and_his_message() {
        EventMessage accepted = zone().given(known(host("h1", 64)))
                .when(asked(evacuate("drain", "h1")))
                .log()
                .getLast();
        assertThat(accepted.head().actor()).isEqualTo(OPERATOR);
        assertThat(accepted.head().reason()).contains("maintenance");
        assertThat(accepted.head().causation()).contains(new MessageId("intent-0"));
        assertThat(accepted.head().correlation()).contains(new CorrelationId("drain"));
        assertThat(accepted.inboxOffset()).contains(new InboxOffset(0));
        assertThat(accepted.origin()).isEmpty();
    }

    @Test
    void what_answers_a_report_carries_its_mark_and_its_place_in_the_inbox() {
        EventMessage running =
                OverdueTest.dispatched().when(started(vm(1))).log().getLast();
        assertThat(running.head().actor()).isEqualTo(Actor.host(id("h1")));
        assertThat(running.head().causation()).contains(new MessageId("r-h1-1-1"));
        assertThat(running.head().correlation()).contains(new CorrelationId("drain"));
        assertThat(running.inboxOffset()).contains(new InboxOffset(1));
        assertThat(running.origin()).contains(new ReportMark(id("h1"), new Incarnation(1), Sequence.FIRST));
    }

    @Test
    void what_follows_by_itself_is_the_schedulers_and_belongs_to_the_intent() {
        EventMessage dispatched = OverdueTest.dispatched().log().getLast();
        assertThat(dispatched.head().actor()).isEqualTo(Actor.scheduler(NODE));
        assertThat(dispatched.head().correlation()).contains(new CorrelationId("drain"));
        assertThat(dispatched.inboxOffset())
                .as("how far the inbox was read when it was decided")
                .contains(new InboxOffset(0));
        assertThat(dispatched.origin()).isEmpty();
    }

    @Test
    void a_command_names_its_event_its_epoch_and_when_it_lapses() {
        ZoneScenario zone = OverdueTest.dispatched();
        CommandMessage start = zone.last().decision().commands().getFirst();
        assertThat(start.head().id()).isEqualTo(new MessageId("z1-m-000000006-1"));
        assertThat(start.head().causation())
                .contains(zone.log().getLast().head().id());
        assertThat(start.head().correlation()).contains(new CorrelationId("drain"));
        assertThat(start.mark())
                .isEqualTo(new CommandMark(
                        migration(6), Attempt.FIRST, Sequence.FIRST, new Epoch(1), zone.in(Duration.ofSeconds(30))));
    }

    @Test
    void a_command_before_any_event_names_the_message_that_it_answers() {
        ZoneScenario zone = OverdueTest.dispatched();
        Turn turn = new Turn(zone.state(), started(vm(1)).at(zone), zone.policy(), Actor.scheduler(NODE));
        turn.order(zone.moving(vm(1)), new Sequence(2), id("h1"), new ObserveVm(vm(1)));
        assertThat(turn.decision().commands().getFirst().head().causation()).contains(new MessageId("r-h1-1-1"));
    }

    @Test
    void events_are_numbered_as_they_stand_in_the_log_and_migrations_after_their_first_event() {
        ZoneScenario run = Recording.run();
        List<EventMessage> log = run.log();
        for (int place = 1; place <= log.size(); place++) {
            EventMessage event = log.get(place - 1);
            assertThat(event.head().id()).isEqualTo(new MessageId("z1-" + place));
            if (event.event() instanceof MigrationPlanned planned) {
                assertThat(planned.migration()).isEqualTo(migration(place));
            }
        }
    }

    @Test
    void no_two_commands_have_the_same_name_and_those_of_a_migration_are_numbered_without_gaps() {
        List<CommandMark> marks = Recording.run().steps().stream()
                .flatMap(step -> step.decision().commands().stream())
                .map(CommandMessage::mark)
                .toList();
        Map<MigrationId, List<Long>> numbers = marks.stream()
                .collect(Collectors.groupingBy(
                        CommandMark::migration,
                        Collectors.mapping(mark -> mark.sequence().value(), Collectors.toList())));
        assertThat(numbers)
                .isNotEmpty()
                .allSatisfy((migration, sequence) -> assertThat(sequence)
                        .isEqualTo(LongStream.rangeClosed(1, sequence.size())
                                .boxed()
                                .toList()));
    }
}
