package dev.drover.scheduler.domain.walk;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.RackId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.CancelIntent;
import dev.drover.schema.intent.CancelMigration;
import dev.drover.schema.intent.ChangePolicy;
import dev.drover.schema.intent.ChangeTopology;
import dev.drover.schema.intent.CordonHost;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.EvacuationTarget;
import dev.drover.schema.intent.ForgetHost;
import dev.drover.schema.intent.ForgetVm;
import dev.drover.schema.intent.FreezeZone;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.PauseIntent;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.intent.ResumeIntent;
import dev.drover.schema.intent.RetryMigration;
import dev.drover.schema.intent.ReturnPolicy;
import dev.drover.schema.intent.ThawZone;
import dev.drover.schema.intent.UncordonHost;
import dev.drover.schema.intent.Window;
import dev.drover.schema.inventory.HostFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whatever an operator may ask for, sensible or not. */
final class RandomWishes {
    private final Chance chance;
    private final ModelFleet fleet;
    private final Operator operator;

    RandomWishes(Chance chance, ModelFleet fleet, Operator operator) {
        this.chance = chance;
        this.fleet = fleet;
        this.operator = operator;
    }

    Intent next(ZoneState state, Instant now) {
        IntentId id = operator.next();
        return switch (chance.between(0, 23)) {
            case 0, 1, 2, 3, 4 -> evacuate(id, now);
            case 5, 6, 7 -> migrate(id, state, now);
            case 8, 9, 10 -> new ReleaseHosts(id, someIntent(state));
            case 11 -> new PauseIntent(id, someIntent(state));
            case 12 -> new ResumeIntent(id, someIntent(state));
            case 13 -> new CancelIntent(id, someIntent(state));
            case 14 -> new CancelMigration(id, someMigration(state));
            case 15 -> new RetryMigration(id, someMigration(state));
            case 16 -> resolve(id, state);
            case 17 -> new CordonHost(id, someHost());
            case 18 -> new UncordonHost(id, someHost());
            case 19 -> forgetHost(id);
            case 20 -> forgetVm(id);
            case 21 -> new ChangeTopology(id, RandomRules.topology(chance, fleet.hosts()));
            case 22 -> new ChangePolicy(id, RandomRules.policy(chance));
            default -> state.rules().frozenBy().isPresent() ? new ThawZone(id) : new FreezeZone(id);
        };
    }

    private Intent evacuate(IntentId id, Instant now) {
        if (chance.happens(40)) {
            return EvacuateHosts.of(id, someHost());
        }
        List<HostId> hosts = chance.happens(50)
                ? List.of(someHost())
                : List.copyOf(
                        fleet.hosts().stream().map(HostFacts::host).limit(2).toList());
        Optional<Window> window = chance.happens(40)
                ? Optional.of(new Window(now.minusSeconds(30), now.plusSeconds(chance.between(1, 200))))
                : Optional.empty();
        return new EvacuateHosts(
                id,
                chance.happens(25)
                        ? new EvacuationTarget.WholeRack(new RackId("r" + chance.between(1, 2)))
                        : new EvacuationTarget.Hosts(hosts),
                window,
                chance.happens(30) ? Optional.of(now.plusSeconds(chance.between(1, 100))) : Optional.empty(),
                chance.oneOf(List.of(Priority.values())),
                chance.oneOf(List.of(ReturnPolicy.values())));
    }

    private Intent migrate(IntentId id, ZoneState state, Instant now) {
        Optional<HostId> destination = chance.happens(50) ? Optional.of(someHost()) : Optional.empty();
        Optional<Instant> deadline = chance.happens(20)
                ? Optional.of(now.plus(Duration.ofSeconds(chance.between(1, 100))))
                : Optional.empty();
        return new MigrateVm(id, someVm(state), destination, deadline, Priority.NORMAL);
    }

    /** A person says only what he has seen. */
    private Intent resolve(IntentId id, ZoneState state) {
        return state.migrations()
                .underWay(one -> one.phase() == MigrationPhase.NEEDS_OPERATOR)
                .findFirst()
                .flatMap(operator::resolve)
                .orElseGet(() -> new RetryMigration(id, someMigration(state)));
    }

    /** Only an empty host is sent away; should it be there still, it is heard of again. */
    private Intent forgetHost(IntentId id) {
        HostId host = someHost();
        if (!fleet.facts(host).vms().isEmpty()) {
            return new UncordonHost(id, host);
        }
        fleet.restart(host);
        return new ForgetHost(id, host);
    }

    private Intent forgetVm(IntentId id) {
        List<VmId> all = fleet.hosts().stream()
                .flatMap(host -> host.vms().stream())
                .map(vm -> vm.vm())
                .toList();
        return all.stream()
                .filter(vm -> chance.happens(20))
                .filter(fleet::destroy)
                .findFirst()
                .<Intent>map(vm -> new ForgetVm(id, vm))
                .orElseGet(() -> new UncordonHost(id, someHost()));
    }

    private HostId someHost() {
        return chance.oneOf(fleet.hosts()).host();
    }

    private VmId someVm(ZoneState state) {
        List<VmId> known = List.copyOf(state.inventory().whereabouts().byVm().keySet());
        return known.isEmpty() ? VmId.of("6f1b2c3d-0000-4000-8000-999999999999") : chance.oneOf(known);
    }

    private IntentId someIntent(ZoneState state) {
        List<IntentId> known = new ArrayList<>(state.intents().tasks().keySet());
        known.addAll(state.intents().answered().byId().keySet());
        known.add(new IntentId("nobody-asked"));
        return state.intents().tasks().isEmpty() || chance.happens(20)
                ? chance.oneOf(known)
                : chance.oneOf(List.copyOf(state.intents().tasks().keySet()));
    }

    private MigrationId someMigration(ZoneState state) {
        List<MigrationId> known = new ArrayList<>(state.migrations().active().keySet());
        state.migrations().over().all().map(Migration::id).forEach(known::add);
        known.add(new MigrationId("m-nobody-planned"));
        return chance.oneOf(known);
    }
}
