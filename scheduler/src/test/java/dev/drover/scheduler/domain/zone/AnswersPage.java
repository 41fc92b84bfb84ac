package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.Situations.MIGRATION;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.told;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;

import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.CancelIntent;
import dev.drover.schema.intent.CancelMigration;
import dev.drover.schema.intent.ChangePolicy;
import dev.drover.schema.intent.ChangeTopology;
import dev.drover.schema.intent.CordonHost;
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
import dev.drover.schema.intent.ThawZone;
import dev.drover.schema.intent.UncordonHost;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the zone answers to every intent in every situation that matters to any, for people. */
final class AnswersPage {
    static final String ACCEPTED = "accepted";

    private static final IntentId ASK = new IntentId("ask");
    private static final HostId HOST = Fleet.id("h1");

    /** By name, in the order of the page. */
    static Map<String, Supplier<ZoneScenario>> situations() {
        Map<String, Supplier<ZoneScenario>> all = new LinkedHashMap<>();
        all.put("nothing has reported yet", ZoneScenario::zone);
        all.put("h1 and its vms are well", AnswersPage::well);
        all.put("h1 is cordoned", () -> well().when(asked(new CordonHost(new IntentId("cordon"), HOST))));
        all.put("the zone is frozen", () -> well().when(asked(new FreezeZone(new IntentId("freeze")))));
        all.put("h1 was forgotten", () -> well().when(asked(new ForgetHost(new IntentId("forget"), HOST))));
        all.put("the vm was forgotten", () -> well().when(asked(new ForgetVm(new IntentId("forget"), vm(1)))));
        all.put(
                "h1's clock can't be trusted",
                () -> well().when(told("h1", new InventoryReport(host("h1", 64, running(1, 4))), Duration.ofHours(1))));
        all.put("the vm is being moved alone", () -> well().when(asked(migrate(new IntentId("alone")))));
        for (IntentPhase phase : IntentPhase.values()) {
            all.put("h1's drain is " + phase, () -> Situations.in(phase));
        }
        for (MigrationPhase phase : MigrationPhase.values()) {
            all.put("the vm's migration is " + phase, () -> Situations.in(phase));
        }
        return all;
    }

    /** One of each kind, all about h1, its first vm, the drain of h1 and the vm's first migration. */
    static List<Intent> intents() {
        return List.of(
                Fleet.evacuate("ask", "h1"),
                new ReleaseHosts(ASK, DRAIN),
                migrate(ASK),
                new PauseIntent(ASK, DRAIN),
                new ResumeIntent(ASK, DRAIN),
                new CancelIntent(ASK, DRAIN),
                new CancelMigration(ASK, MIGRATION),
                new RetryMigration(ASK, MIGRATION),
                new ResolveMigration(ASK, MIGRATION, OperatorVerdict.AT_SOURCE, "seen with virsh"),
                new CordonHost(ASK, HOST),
                new UncordonHost(ASK, HOST),
                new ForgetHost(ASK, HOST),
                new ForgetVm(ASK, vm(1)),
                new ChangeTopology(ASK, Topology.EMPTY),
                new ChangePolicy(ASK, ZonePolicy.standard().withParallel(3)),
                new FreezeZone(ASK),
                new ThawZone(ASK));
    }

    /** Accepted, or why not. */
    static String answer(ZoneScenario zone, Intent intent) {
        zone.when(asked(intent));
        ZoneEvent first = zone.lastEvents().getFirst();
        return switch (first) {
            case IntentAccepted accepted -> ACCEPTED;
            case IntentRefused refused -> refused.why();
            default -> throw new AssertionError(intent + " was answered by " + first);
        };
    }

    String text() {
        StringBuilder page = new StringBuilder("""
                # What is answered to intents

                Every kind of intent, asked in every situation, and what the zone says; made by asking it. Here they are about host
                `h1`, its first vm, the drain of `h1` (intent `drain`) and the vm's first migration. Do not edit by hand; written anew by
                `mvn -pl scheduler -am test -Dtest=AnswersPageTest -Dsurefire.failIfNoSpecifiedTests=false -Ddrover.docs.write=true`.
                """);
        for (Intent intent : intents()) {
            page.append("\n## ").append(intent.getClass().getSimpleName()).append("\n| answer | when |\n|---|---|\n");
            answers(intent)
                    .forEach((answer, when) -> page.append("| ")
                            .append(answer)
                            .append(" | ")
                            .append(String.join("; ", when))
                            .append(" |\n"));
        }
        return page.toString();
    }

    private static Map<String, List<String>> answers(Intent intent) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        situations()
                .forEach((name, situation) -> answers.computeIfAbsent(
                                answer(situation.get(), intent), answer -> new ArrayList<>())
                        .add(name));
        return answers;
    }

    private static ZoneScenario well() {
        return zone().given(known(host("h1", 64, running(1, 4), running(2, 4))), known(host("h2", 64)));
    }

    private static MigrateVm migrate(IntentId name) {
        return new MigrateVm(name, vm(1), Optional.empty(), Optional.empty(), Priority.NORMAL);
    }
}
