package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.moves;
import static dev.drover.scheduler.domain.zone.Fleet.NIC;
import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.events;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.noCommands;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.TopologyChanged;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.RackId;
import dev.drover.schema.intent.ChangeTopology;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.EvacuationTarget;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ReturnPolicy;
import dev.drover.schema.topology.Rack;
import dev.drover.schema.topology.Topology;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RackTest {
    private static final RackId R1 = new RackId("r1");

    @Test
    void every_known_host_of_the_rack_is_emptied_and_none_of_them_takes_the_others_vms() {
        ZoneScenario zone = twoRacks().when(asked(drain())).when(settle());
        assertThat(zone.moving(vm(1)).plan().destination()).isEqualTo(id("h3"));
        assertThat(zone.moving(vm(2)).plan().destination()).isEqualTo(id("h3"));
        moves(moves(zone, vm(1)), vm(2))
                .when(settle())
                .then(events(IntentEnded.of(DRAIN, IntentOutcome.COMPLETED, List.of())), noCommands());
        assertThat(zone.state().intents().holding(id("h1"))).isPresent();
        assertThat(zone.state().intents().holding(id("h2"))).isPresent();
    }

    @Test
    void which_hosts_are_meant_is_settled_when_it_is_accepted() {
        ZoneScenario zone = twoRacks()
                .when(asked(drain()))
                .when(asked(new ChangeTopology(
                        new IntentId("move-h3"), racks(List.of(id("h1"), id("h3")), List.of(id("h2"))))));
        assertThat(zone.state().intents().task(DRAIN).orElseThrow().hosts()).containsExactly(id("h1"), id("h2"));
    }

    @Test
    void a_rack_that_stands_in_no_topology_is_refused() {
        zone().given(known(host("h1", 64)))
                .when(asked(drain()))
                .then(
                        events(new IntentRefused(
                                DRAIN,
                                "rack r1 is not in the topology of zone z1, or none of its hosts has ever reported")),
                        noCommands());
    }

    @Test
    void a_rack_with_a_host_that_is_being_emptied_already_is_refused_with_its_name() {
        twoRacks()
                .when(asked(evacuate("before", "h2")))
                .when(asked(drain()))
                .then(
                        events(new IntentRefused(DRAIN, "host h2 is being evacuated already, by intent before")),
                        noCommands());
    }

    @Test
    void a_topology_is_changed_in_one_breath() {
        ChangeTopology change = new ChangeTopology(new IntentId("racks"), racks(List.of(id("h1")), List.of()));
        zone().when(asked(change))
                .then(
                        events(
                                new IntentAccepted(change),
                                new TopologyChanged(change.topology()),
                                IntentEnded.of(change.intent(), IntentOutcome.COMPLETED, List.of())),
                        noCommands());
    }

    /** The first rack has h1, h2 and one more that never reported; the other has h3. */
    private static ZoneScenario twoRacks() {
        return zone().given(
                        known(host("h1", 64, running(1, 4))),
                        known(host("h2", 64, running(2, 4))),
                        known(host("h3", 64)),
                        new TopologyChanged(racks(List.of(id("h1"), id("h2"), id("h4")), List.of(id("h3")))));
    }

    private static Topology racks(List<HostId> first, List<HostId> second) {
        return new Topology(List.of(new Rack(R1, first, NIC, NIC), new Rack(new RackId("r2"), second, NIC, NIC)));
    }

    private static EvacuateHosts drain() {
        return new EvacuateHosts(
                DRAIN,
                new EvacuationTarget.WholeRack(R1),
                Optional.empty(),
                Optional.empty(),
                Priority.NORMAL,
                ReturnPolicy.STAY);
    }
}
