package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.ZoneScenario.again;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.illegible;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.nonsense;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.takeover;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.zone.ZoneScenario.Happening;
import dev.drover.schema.event.InboxRead;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.intent.FreezeZone;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.ReportMark;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final ReportMark FIRST = mark(1);

    @Test
    void how_far_the_inbox_was_read_stands_in_the_log_even_where_it_led_to_nothing() {
        ZoneScenario zone =
                quiet().when(told("h1", new InventoryReport(host("h1", 64)))).thenNothing();
        zone.when(settle()).then(events(new InboxRead(List.of(FIRST))), noCommands());
        assertThat(zone.state().inboxOffset()).contains(new InboxOffset(0));
        assertThat(zone.log().getLast().inboxOffset()).contains(new InboxOffset(0));
        zone.when(settle()).thenNothing();
    }

    @Test
    void a_report_without_effect_has_none_later_either_when_it_is_read_again() {
        ZoneScenario zone = quiet();
        Happening late = told(FIRST, new InventoryReport(host("h1", 64)));
        ZoneInput report = late.at(zone);
        zone.when(again(report)).when(settle()).given(known(host("h1", 32)));
        zone.when(again(report)).thenNothing();
    }

    @Test
    void an_intent_asked_for_again_is_read_and_nothing_else() {
        quiet().when(asked(new FreezeZone(new IntentId("freeze"))))
                .when(settle())
                .thenNothing()
                .when(asked(new FreezeZone(new IntentId("freeze"))))
                .when(settle())
                .then(events(new InboxRead(List.of())), noCommands());
    }

    @Test
    void of_several_reports_in_a_batch_those_are_named_that_led_to_nothing() {
        ZoneScenario zone = quiet().given(known(host("h2", 64)))
                .when(told("h1", new InventoryReport(host("h1", 64))))
                .when(told("h2", new InventoryReport(host("h2", 32))))
                .when(settle());
        assertThat(zone.lastEvents()).containsExactly(new InboxRead(List.of(FIRST)));
    }

    @Test
    void a_later_report_that_counted_covers_the_earlier_ones_of_its_host() {
        quiet().when(told("h1", new InventoryReport(host("h1", 64))))
                .when(told("h1", new InventoryReport(host("h1", 32))))
                .when(settle())
                .thenNothing();
    }

    @Test
    void what_nobody_can_read_is_set_aside_once_however_often_it_is_read() {
        ZoneScenario zone = quiet().when(nonsense("type 'x' is not known here"));
        zone.then(events(illegible("type 'x' is not known here")), noCommands());
        ZoneInput same = zone.last().input();
        zone.when(again(same)).thenNothing().when(settle()).thenNothing();
        zone.when(takeover("node-2")).when(again(same)).thenNothing();
        zone.when(nonsense("another")).then(events(illegible("another")), noCommands());
    }

    @Test
    void what_was_set_aside_is_the_schedulers_word_and_names_its_place() {
        ZoneScenario zone = quiet().when(nonsense("type 'x' is not known here"));
        assertThat(zone.log().getLast().head().actor()).isEqualTo(Actor.scheduler(ZoneScenario.NODE));
        assertThat(zone.log().getLast().inboxOffset()).contains(new InboxOffset(0));
    }

    private static ZoneScenario quiet() {
        return zone().given(known(host("h1", 64)));
    }

    private static ReportMark mark(long sequence) {
        return new ReportMark(id("h1"), new Incarnation(1), new Sequence(sequence));
    }
}
