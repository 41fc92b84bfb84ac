package dev.drover.schema.sample;

import static dev.drover.schema.sample.Parts.AT;
import static dev.drover.schema.sample.Parts.DESTINATION;
import static dev.drover.schema.sample.Parts.EVIDENCE;
import static dev.drover.schema.sample.Parts.INTENT;
import static dev.drover.schema.sample.Parts.LATER;
import static dev.drover.schema.sample.Parts.MIGRATION;
import static dev.drover.schema.sample.Parts.OTHER_INTENT;
import static dev.drover.schema.sample.Parts.RACK;
import static dev.drover.schema.sample.Parts.SOURCE;
import static dev.drover.schema.sample.Parts.TOPOLOGY;
import static dev.drover.schema.sample.Parts.VM;
import static java.util.Map.entry;

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
import dev.drover.schema.intent.Window;
import dev.drover.schema.policy.ZonePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operators want. */
final class IntentSamples {
    static final Map<String, Intent> INTENTS = Map.ofEntries(
            entry(
                    "intent.evacuate-hosts",
                    new EvacuateHosts(
                            INTENT,
                            new EvacuationTarget.Hosts(List.of(SOURCE, DESTINATION)),
                            Optional.of(new Window(AT, LATER)),
                            Optional.of(LATER),
                            Priority.HIGH,
                            ReturnPolicy.RETURN)),
            entry("intent.evacuate-hosts+plain", EvacuateHosts.of(INTENT, SOURCE)),
            entry(
                    "intent.evacuate-hosts+rack",
                    new EvacuateHosts(
                            INTENT,
                            new EvacuationTarget.WholeRack(RACK),
                            Optional.empty(),
                            Optional.of(LATER),
                            Priority.LOW,
                            ReturnPolicy.STAY)),
            entry("intent.release-hosts", new ReleaseHosts(OTHER_INTENT, INTENT)),
            entry(
                    "intent.migrate-vm",
                    new MigrateVm(INTENT, VM, Optional.of(DESTINATION), Optional.of(LATER), Priority.URGENT)),
            entry(
                    "intent.migrate-vm+anywhere",
                    new MigrateVm(INTENT, VM, Optional.empty(), Optional.empty(), Priority.NORMAL)),
            entry("intent.pause-intent", new PauseIntent(OTHER_INTENT, INTENT)),
            entry("intent.resume-intent", new ResumeIntent(OTHER_INTENT, INTENT)),
            entry("intent.cancel-intent", new CancelIntent(OTHER_INTENT, INTENT)),
            entry("intent.cancel-migration", new CancelMigration(OTHER_INTENT, MIGRATION)),
            entry("intent.retry-migration", new RetryMigration(OTHER_INTENT, MIGRATION)),
            entry("intent.change-topology", new ChangeTopology(OTHER_INTENT, TOPOLOGY)),
            entry("intent.change-policy", new ChangePolicy(OTHER_INTENT, ZonePolicy.standard())),
            entry("intent.cordon-host", new CordonHost(OTHER_INTENT, SOURCE)),
            entry("intent.uncordon-host", new UncordonHost(OTHER_INTENT, SOURCE)),
            entry("intent.freeze-zone", new FreezeZone(OTHER_INTENT)),
            entry("intent.thaw-zone", new ThawZone(OTHER_INTENT)),
            entry(
                    "intent.resolve-migration",
                    new ResolveMigration(OTHER_INTENT, MIGRATION, OperatorVerdict.AT_DESTINATION, EVIDENCE)),
            entry("intent.forget-host", new ForgetHost(OTHER_INTENT, SOURCE)),
            entry("intent.forget-vm", new ForgetVm(OTHER_INTENT, VM)));

    private IntentSamples() {}
}
