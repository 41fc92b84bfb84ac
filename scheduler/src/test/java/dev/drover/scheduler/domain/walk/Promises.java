package dev.drover.scheduler.domain.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.bandwidth.LinkId;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.topology.Rack;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What must hold of every state, computed anew from it and shared with nothing that decides. A limit that an operator
 * has just lowered holds from then on for whatever is new: what was there may stay, and must not grow.
 */
final class Promises {
    private final ModelFleet fleet;
    private TreeMap<HostId, Long> out = new TreeMap<>();
    private TreeMap<HostId, Long> in = new TreeMap<>();
    private TreeMap<MigrationId, Long> charged = new TreeMap<>();

    Promises(ModelFleet fleet) {
        this.fleet = fleet;
    }

    void check(ZoneState state) {
        List<Migration> active = List.copyOf(state.migrations().active().values());
        assertThat(active.stream().map(one -> one.plan().vm()))
                .as("vms under way")
                .doesNotHaveDuplicates();
        List<Migration> transferring =
                active.stream().filter(one -> one.phase().mayTransfer()).toList();
        assertThat(state.leases().byMigration().keySet())
                .as("who may send has a lease, and who else has one may be sending unseen")
                .containsAll(transferring.stream().map(Migration::id).toList())
                .allMatch(id -> state.migrations().find(id).orElseThrow().phase() == MigrationPhase.NEEDS_OPERATOR
                        || transferring.stream().anyMatch(one -> one.id().equals(id)));
        ZonePolicy policy = state.rules().policy().orElseThrow();
        out = atMost(policy.parallelOut(), out, transferring, one -> one.plan().source());
        in = atMost(policy.parallelIn(), in, transferring, one -> one.plan().destination());
        charged = checkLinks(state, policy, transferring);
        state.inventory().hosts().values().forEach(host -> checkMemory(host, active));
    }

    private static TreeMap<HostId, Long> atMost(
            int limit, TreeMap<HostId, Long> before, List<Migration> transferring, Function<Migration, HostId> end) {
        TreeMap<HostId, Long> counts = new TreeMap<>();
        transferring.forEach(one -> counts.merge(end.apply(one), 1L, Long::sum));
        counts.forEach((host, count) -> assertThat(count)
                .as("parallel at %s", host)
                .isLessThanOrEqualTo(Math.max(limit, before.getOrDefault(host, 0L))));
        return counts;
    }

    /** Gives what each migration is charged now. */
    private TreeMap<MigrationId, Long> checkLinks(ZoneState state, ZonePolicy policy, List<Migration> transferring) {
        TreeMap<MigrationId, Long> rates = new TreeMap<>();
        TreeMap<LinkId, Long> now = new TreeMap<>();
        TreeMap<LinkId, Long> before = new TreeMap<>();
        for (Migration one : transferring) {
            long rate = state.leases().charged(one.id()).value();
            rates.put(one.id(), rate);
            path(state, one).forEach(link -> {
                now.merge(link, rate, Long::sum);
                before.merge(link, charged.getOrDefault(one.id(), 0L), Long::sum);
            });
        }
        now.forEach((link, sum) -> assertThat(sum)
                .as("charged on %s", link)
                .isLessThanOrEqualTo(Math.max(usable(state, policy, link), before.getOrDefault(link, 0L))));
        return rates;
    }

    private static List<LinkId> path(ZoneState state, Migration migration) {
        HostId source = migration.plan().source();
        HostId destination = migration.plan().destination();
        Optional<Rack> from = state.rules().topology().racks().stream()
                .filter(rack -> rack.hosts().contains(source))
                .findFirst();
        Optional<Rack> to = state.rules().topology().racks().stream()
                .filter(rack -> rack.hosts().contains(destination))
                .findFirst();
        Stream<LinkId> cards = Stream.of(LinkId.outOf(source), LinkId.into(destination));
        Stream<LinkId> uplinks = from.equals(to)
                ? Stream.empty()
                : Stream.concat(
                        from.map(rack -> LinkId.outOf(rack.rack())).stream(),
                        to.map(rack -> LinkId.into(rack.rack())).stream());
        return Stream.concat(cards, uplinks).toList();
    }

    private static long usable(ZoneState state, ZonePolicy policy, LinkId link) {
        BitsPerSecond raw = switch (link.kind()) {
            case HOST ->
                state.inventory().host(new HostId(link.owner())).orElseThrow().nic();
            case RACK ->
                state.rules().topology().racks().stream()
                        .filter(rack -> rack.rack().value().equals(link.owner()))
                        .map(rack -> link.direction() == LinkId.Direction.TX ? rack.uplinkTx() : rack.uplinkRx())
                        .findFirst()
                        .orElseThrow();
        };
        return raw.value() * policy.linkSharePercent() / 100;
    }

    /**
     * An incoming vm counts through its migration: a late inventory may still show one that came to nothing. So it may
     * one that was killed.
     */
    private void checkMemory(HostFacts host, List<Migration> active) {
        Bytes held = host.vms().stream()
                .filter(vm -> lives(vm) && !fleet.isDestroyed(vm.vm()))
                .map(VmFacts::memory)
                .reduce(Bytes.ZERO, Bytes::plus);
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
}
