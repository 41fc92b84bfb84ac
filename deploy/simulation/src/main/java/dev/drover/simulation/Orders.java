package dev.drover.simulation;

import dev.drover.schema.event.MigrationPlanned;
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
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.intent.ResumeIntent;
import dev.drover.schema.intent.RetryMigration;
import dev.drover.schema.intent.ThawZone;
import dev.drover.schema.intent.UncordonHost;
import dev.drover.schema.intent.Window;
import dev.drover.schema.topology.Rack;
import dev.drover.schema.topology.Topology;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.simulation.scenario.Terms;
import dev.drover.simulation.scenario.VmPlan;
import dev.drover.simulation.scenario.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Puts an operator's wishes into intents, by what its zone's events say and what he sees on the spot. */
final class Orders {
    private final Watch watch;
    private final Hands hands;

    Orders(Watch watch, Hands hands) {
        this.watch = watch;
        this.hands = hands;
    }

    /** What to send; nothing where it would not be true. */
    List<Intent> of(IntentId id, Wish wish) {
        return switch (wish) {
            case Wish.Evacuate evacuate ->
                List.of(evacuate(
                        id,
                        new EvacuationTarget.Hosts(
                                evacuate.hosts().stream().map(HostId::new).toList()),
                        evacuate.terms()));
            case Wish.EvacuateRack evacuate ->
                List.of(evacuate(id, new EvacuationTarget.WholeRack(new RackId(evacuate.rack())), evacuate.terms()));
            case Wish.Release release -> List.of(new ReleaseHosts(id, new IntentId(release.evacuation())));
            case Wish.Migrate migrate ->
                List.of(new MigrateVm(
                        id,
                        VmPlan.idOf(migrate.vm()),
                        migrate.destination().map(HostId::new),
                        Optional.empty(),
                        Priority.NORMAL));
            case Wish.Pause pause -> List.of(new PauseIntent(id, new IntentId(pause.target())));
            case Wish.Resume resume -> List.of(new ResumeIntent(id, new IntentId(resume.target())));
            case Wish.Cancel cancel -> List.of(new CancelIntent(id, new IntentId(cancel.target())));
            case Wish.CancelMigrationOf cancel -> List.of(new CancelMigration(id, migration(cancel.vm())));
            case Wish.RetryMigrationOf retry -> List.of(new RetryMigration(id, migration(retry.vm())));
            case Wish.Resolve resolve -> resolve(id);
            case Wish.Cordon cordon -> List.of(new CordonHost(id, new HostId(cordon.host())));
            case Wish.Uncordon uncordon -> List.of(new UncordonHost(id, new HostId(uncordon.host())));
            case Wish.Freeze freeze -> List.of(new FreezeZone(id));
            case Wish.Thaw thaw -> List.of(new ThawZone(id));
            case Wish.ForgetEmptyHost forget ->
                hands.takeAway(new HostId(forget.host()), forget.awayMs())
                        ? List.of(new ForgetHost(id, new HostId(forget.host())))
                        : List.of();
            case Wish.DestroyVm destroy ->
                hands.destroy(VmPlan.idOf(destroy.vm()))
                        ? List.of(new ForgetVm(id, VmPlan.idOf(destroy.vm())))
                        : List.of();
            case Wish.Policy policy ->
                List.of(new ChangePolicy(id, policy.figures().policy()));
            case Wish.Racks racks -> List.of(new ChangeTopology(id, topology(racks)));
        };
    }

    /** What it takes for everything to go on that operators had stopped, or were called for. */
    List<Intent> putRight(String name) {
        List<Intent> intents = new ArrayList<>();
        if (watch.isFrozen()) {
            intents.add(new ThawZone(new IntentId(name + "-thaw")));
        }
        watch.paused().forEach(one -> intents.add(new ResumeIntent(new IntentId(name + "-resume-" + one), one)));
        intents.addAll(resolve(new IntentId(name + "-resolve")));
        return intents;
    }

    private List<Intent> resolve(IntentId id) {
        List<Intent> intents = new ArrayList<>();
        for (MigrationPlanned plan : watch.unresolved()) {
            hands.settle(plan)
                    .map(verdict -> new ResolveMigration(
                            new IntentId(id + "-" + plan.migration()), plan.migration(), verdict, "seen on the spot"))
                    .ifPresent(intents::add);
        }
        return intents;
    }

    private static EvacuateHosts evacuate(IntentId id, EvacuationTarget target, Terms terms) {
        return new EvacuateHosts(
                id,
                target,
                window(terms),
                terms.deadlineMs().stream().mapToObj(Orders::at).findFirst(),
                terms.priority(),
                terms.afterwards());
    }

    private static Optional<Window> window(Terms terms) {
        OptionalLong until = terms.untilMs();
        return terms.fromMs().stream()
                .mapToObj(from -> new Window(at(from), at(until.orElse(from + 1))))
                .findFirst();
    }

    private static Instant at(long millis) {
        return Simulation.START.plusMillis(millis);
    }

    /** Of one that was never migrated, a name that nobody knows. */
    private MigrationId migration(int vm) {
        VmId id = VmPlan.idOf(vm);
        return watch.migrationOf(id).orElse(new MigrationId("m-of-" + vm));
    }

    private static Topology topology(Wish.Racks racks) {
        return new Topology(racks.racks().stream()
                .map(rack -> new Rack(
                        new RackId(rack.rack()),
                        rack.hosts().stream().map(HostId::new).toList(),
                        BitsPerSecond.megabits(rack.megabitsPerSecond()),
                        BitsPerSecond.megabits(rack.megabitsPerSecond())))
                .toList());
    }
}
