package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Agents.cleared;
import static dev.drover.scheduler.domain.zone.Agents.stayed;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.nonsense;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.tick;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;

import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.RackId;
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
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.intent.PauseIntent;
import dev.drover.schema.intent.Priority;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.intent.ResumeIntent;
import dev.drover.schema.intent.RetryMigration;
import dev.drover.schema.intent.ReturnPolicy;
import dev.drover.schema.intent.ThawZone;
import dev.drover.schema.intent.UncordonHost;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.topology.Rack;
import dev.drover.schema.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What operators order after the drain of the recording, each kind once at least. */
final class RecordedOrders {
    private RecordedOrders() {}

    static void follow(ZoneScenario zone) {
        aboutTheZone(zone);
        aboutItsHosts(zone);
        aboutAnIntent(zone);
        aboutWhatIsGone(zone);
    }

    private static void aboutTheZone(ZoneScenario zone) {
        Rack rack = new Rack(new RackId("r1"), List.of(id("h1"), id("h2")), Fleet.NIC, Fleet.NIC);
        zone.when(nonsense("type 'dev.drover.intent.evacuate' is not known here"))
                .when(asked(new ChangeTopology(name("racks"), new Topology(List.of(rack)))))
                .when(asked(
                        new ChangePolicy(name("figures"), ZonePolicy.standard().withLinkShare(70))))
                .when(asked(new FreezeZone(name("freeze"))))
                .when(settle())
                .when(asked(new ThawZone(name("thaw"))))
                .when(asked(new ResolveMigration(
                        name("resolve"), zone.moving(vm(3)).id(), OperatorVerdict.AT_SOURCE, "seen with virsh")))
                .when(settle());
    }

    private static void aboutItsHosts(ZoneScenario zone) {
        zone.when(asked(new CordonHost(name("cordon"), id("h3"))))
                .when(told("h3", new InventoryReport(host("h3", 64)), Duration.ofSeconds(9)))
                .when(settle())
                .when(told("h3", new InventoryReport(host("h3", 64))))
                .when(asked(new UncordonHost(name("uncordon"), id("h3"))))
                .when(asked(new ReleaseHosts(name("release"), name("drain"))))
                .when(told("h3", new InventoryReport(host("h3", 64))))
                .when(settle());
    }

    private static void aboutAnIntent(ZoneScenario zone) {
        EvacuateHosts drain = new EvacuateHosts(
                name("drain-2"),
                new EvacuationTarget.Hosts(List.of(id("h2"))),
                Optional.empty(),
                Optional.of(zone.in(Duration.ofMinutes(1))),
                Priority.HIGH,
                ReturnPolicy.RETURN);
        zone.when(asked(drain))
                .when(asked(new PauseIntent(name("pause"), name("drain-2"))))
                .when(settle())
                .when(asked(new ResumeIntent(name("resume"), name("drain-2"))))
                .when(settle());
        MigrationId first = zone.moving(vm(1)).id();
        zone.when(asked(new CancelMigration(name("stop"), first)))
                .when(stayed(vm(1), FailureKind.ABORTED))
                .when(cleared(vm(1)))
                .when(asked(new RetryMigration(name("retry"), first)))
                .when(settle())
                .after(Duration.ofMinutes(2))
                .when(tick())
                .when(asked(new CancelIntent(name("cancel"), name("drain-2"))))
                .when(stayed(vm(1), FailureKind.ABORTED))
                .when(cleared(vm(1)))
                .when(settle());
    }

    private static void aboutWhatIsGone(ZoneScenario zone) {
        zone.when(asked(new ForgetVm(name("forget-vm"), vm(2))))
                .when(asked(new ForgetHost(name("forget-host"), id("h3"))))
                .when(told("h3", new InventoryReport(host("h3", 64, running(9, 4)))))
                .when(settle());
    }

    private static IntentId name(String intent) {
        return new IntentId(intent);
    }
}
