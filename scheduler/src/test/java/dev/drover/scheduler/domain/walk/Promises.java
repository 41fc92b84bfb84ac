package dev.drover.scheduler.domain.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.bandwidth.LinkId;
import dev.drover.scheduler.domain.intent.Evacuation;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What must hold whatever happens, computed anew from the state and shared with nothing that decides. */
final class Promises {
    private final ZonePolicy policy;
    private final ModelFleet fleet;
    private final Map<VmId, HostId> homes = new TreeMap<>();

    Promises(ZonePolicy policy, ModelFleet fleet) {
        this.policy = policy;
        this.fleet = fleet;
        fleet.hosts().forEach(host -> host.vms().forEach(vm -> homes.put(vm.vm(), host.host())));
    }

    void check(ZoneState state) {
        List<Migration> active = List.copyOf(state.migrations().active().values());
        assertThat(active.stream().map(one -> one.plan().vm()))
                .as("vms under way")
                .doesNotHaveDuplicates();
        List<Migration> transferring =
                active.stream().filter(one -> one.phase().mayTransfer()).toList();
        atMost(policy.parallelOut(), transferring, one -> one.plan().source());
        atMost(policy.parallelIn(), transferring, one -> one.plan().destination());
        state.inventory().hosts().values().forEach(host -> {
            checkLinks(host, transferring);
            checkMemory(host, active);
        });
    }

    /** {@code state} is the one before the event. */
    void checkEvent(ZoneState state, ZoneEvent event) {
        switch (event) {
            case MigrationPlanned planned -> checkOpen(state, planned.destination());
            case MigrationDispatched sent ->
                checkOpen(
                        state,
                        state.migrations()
                                .find(sent.migration())
                                .orElseThrow()
                                .plan()
                                .destination());
            case IntentEnded ended -> checkEnded(state, ended);
            default -> {}
        }
    }

    /** When all is quiet: each accepted intent has ended once, each vm lives on exactly one host. */
    void checkEnd(ZoneState state, List<EventMessage> log) {
        List<IntentId> ended = log.stream()
                .map(EventMessage::event)
                .filter(IntentEnded.class::isInstance)
                .map(event -> ((IntentEnded) event).intent())
                .toList();
        assertThat(ended)
                .as("ends of intents")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        state.intents().evacuations().keySet());
        for (VmId vm : homes.keySet()) {
            List<HostFacts> alive = fleet.hosts().stream()
                    .filter(host -> host.vm(vm)
                            .filter(facts -> facts.state() != VmState.MIGRATED_AWAY)
                            .isPresent())
                    .toList();
            boolean ghostFromTheStart =
                    alive.isEmpty() && fleet.facts(home(vm)).vm(vm).isPresent();
            assertThat(alive.size() == 1 || ghostFromTheStart)
                    .as("vm %s lives on one host: %s", vm, alive)
                    .isTrue();
        }
    }

    private HostId home(VmId vm) {
        return new TreeMap<>(homes).ceilingEntry(vm).getValue();
    }

    private static void atMost(int limit, List<Migration> transferring, Function<Migration, HostId> end) {
        transferring.stream()
                .collect(Collectors.groupingBy(end, TreeMap::new, Collectors.counting()))
                .forEach((host, count) ->
                        assertThat(count).as("parallel at %s", host).isLessThanOrEqualTo(limit));
    }

    private void checkLinks(HostFacts host, List<Migration> transferring) {
        long usable = host.nic().value() * policy.linkSharePercent() / 100;
        checkLink(
                LinkId.outOf(host.host()),
                usable,
                transferring,
                one -> one.plan().source());
        checkLink(
                LinkId.into(host.host()),
                usable,
                transferring,
                one -> one.plan().destination());
    }

    private static void checkLink(
            LinkId link, long usable, List<Migration> transferring, Function<Migration, HostId> end) {
        long granted = transferring.stream()
                .filter(one -> end.apply(one).equals(link.host()))
                .mapToLong(one -> one.granted().value())
                .sum();
        assertThat(granted).as("granted on %s", link).isLessThanOrEqualTo(usable);
    }

    /** An incoming vm counts through its migration: a late inventory may still show one that came to nothing. */
    private static void checkMemory(HostFacts host, List<Migration> active) {
        Bytes held =
                host.vms().stream().filter(Promises::lives).map(VmFacts::memory).reduce(Bytes.ZERO, Bytes::plus);
        Bytes promised = active.stream()
                .filter(one -> one.plan().destination().equals(host.host()))
                .filter(one -> host.vm(one.plan().vm()).filter(Promises::lives).isEmpty())
                .map(one -> one.plan().memory())
                .reduce(Bytes.ZERO, Bytes::plus);
        assertThat(held.plus(promised)).as("memory of %s", host.host()).isLessThanOrEqualTo(host.memory());
    }

    private static boolean lives(VmFacts vm) {
        return vm.state() == VmState.RUNNING || vm.state() == VmState.PAUSED;
    }

    private static void checkOpen(ZoneState state, HostId destination) {
        assertThat(state.intents().evacuating(destination))
                .as("%s is being emptied and takes no newcomers", destination)
                .isEmpty();
    }

    private void checkEnded(ZoneState state, IntentEnded ended) {
        Evacuation evacuation = state.intents().evacuation(ended.intent()).orElseThrow();
        HostId host = evacuation.intent().host();
        assertThat(evacuation.ended()).as("%s has ended before", ended.intent()).isFalse();
        assertThat(state.migrations().active().values().stream()
                        .filter(one -> one.plan().destination().equals(host)
                                || one.plan().source().equals(host)))
                .as("under way from or to %s when its evacuation ends", host)
                .isEmpty();
        assertThat(ended.left().isEmpty()).isEqualTo(ended.outcome() == IntentOutcome.COMPLETED);
        if (ended.outcome() == IntentOutcome.COMPLETED) {
            assertThat(fleet.facts(host).vms())
                    .as("vms on %s when its evacuation is done", host)
                    .isEmpty();
        }
    }
}
