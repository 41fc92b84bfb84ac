package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;

import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.ReleaseHosts;
import org.junit.jupiter.api.Test;

class IntentTest {
    private static final IntentId DRAIN = new IntentId("drain");

    @Test
    void a_host_that_nobody_knows_is_refused_with_the_names_of_those_that_are_known() {
        zone().given(known(host("h1", 64)), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h9")))
                .then(
                        events(new IntentRefused(DRAIN, "host h9 is not known in zone z1; known are: h1, h2")),
                        noCommands());
    }

    @Test
    void an_empty_zone_says_that_it_knows_no_host_yet() {
        zone().when(asked(evacuate("drain", "h9")))
                .then(
                        events(new IntentRefused(DRAIN, "host h9 is not known in zone z1; known are: none yet")),
                        noCommands());
    }

    @Test
    void of_many_hosts_ten_are_named_and_the_others_counted() {
        ZoneScenario zone = zone();
        for (int host = 10; host < 22; host++) {
            zone.given(known(host("h" + host, 64)));
        }
        zone.when(asked(evacuate("drain", "h9")))
                .then(
                        events(new IntentRefused(
                                DRAIN,
                                "host h9 is not known in zone z1; known are: "
                                        + "h10, h11, h12, h13, h14, h15, h16, h17, h18, h19 and 2 more")),
                        noCommands());
    }

    @Test
    void a_second_evacuation_of_a_host_is_refused_with_the_name_of_the_first() {
        zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(asked(evacuate("another", "h1")))
                .then(
                        events(new IntentRefused(
                                new IntentId("another"), "host h1 is being evacuated already, by intent drain")),
                        noCommands());
    }

    @Test
    void a_host_that_was_evacuated_is_kept_empty_until_it_is_released_and_may_then_be_evacuated_anew() {
        zone().given(known(host("h1", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(asked(evacuate("too-early", "h1")))
                .then(
                        events(new IntentRefused(new IntentId("too-early"), "host h1 is kept empty, by intent drain")),
                        noCommands())
                .when(asked(new ReleaseHosts(new IntentId("release"), DRAIN)))
                .when(asked(evacuate("another", "h1")))
                .then(events(new IntentAccepted(evacuate("another", "h1"))), noCommands());
    }

    @Test
    void asking_twice_is_asking_once() {
        zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(asked(evacuate("drain", "h1")))
                .thenNothing()
                .when(asked(evacuate("drain", "h2")))
                .thenNothing();
    }

    @Test
    void an_ended_intent_is_not_begun_again() {
        zone().given(known(host("h1", 64)))
                .when(asked(evacuate("drain", "h1")))
                .when(settle())
                .when(asked(evacuate("drain", "h1")))
                .thenNothing();
    }

    @Test
    void a_refused_intent_stays_refused_even_when_its_host_turns_up() {
        zone().when(asked(evacuate("drain", "h1")))
                .given(known(host("h1", 64)))
                .when(asked(evacuate("drain", "h1")))
                .thenNothing();
    }
}
