package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static dev.drover.scheduler.domain.zone.Fleet.vm;
import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.Situations.MIGRATION;
import static dev.drover.scheduler.domain.zone.ZoneScenario.again;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static dev.drover.scheduler.domain.zone.ZoneScenario.known;
import static dev.drover.scheduler.domain.zone.ZoneScenario.settle;
import static dev.drover.scheduler.domain.zone.ZoneScenario.takeover;
import static dev.drover.scheduler.domain.zone.ZoneScenario.zone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentRefused;
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
import dev.drover.schema.topology.Topology;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asking for the same thing twice, under the same name, is asking once: whatever was answered. */
class RepeatedIntentTest {
    private static final IntentId ASK = new IntentId("ask");

    @ParameterizedTest
    @MethodSource("everyKind")
    void of_every_kind_is_answered_once(Intent intent) {
        ZoneScenario zone = zone().given(known(host("h1", 64, running(1, 4))), known(host("h2", 64)));
        zone.when(asked(intent));
        ZoneInput first = zone.last().input();
        assertThat(zone.lastEvents().getFirst()).isInstanceOfAny(IntentAccepted.class, IntentRefused.class);
        zone.when(again(first)).thenNothing();
        zone.when(asked(intent)).thenNothing();
        zone.when(settle()).when(takeover("node-2")).when(asked(intent)).thenNothing();
        zone.when(again(first)).thenNothing();
    }

    @Test
    void the_list_holds_every_kind_there_is() {
        assertThat(everyKind().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(
                        leaves(Intent.class).<Class<?>>map(kind -> kind).toList());
    }

    @Test
    void a_name_that_was_answered_answers_nothing_else() {
        zone().given(known(host("h1", 64)))
                .when(asked(new FreezeZone(ASK)))
                .when(asked(new ThawZone(ASK)))
                .thenNothing();
    }

    private static Stream<Class<?>> leaves(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(RepeatedIntentTest::leaves)
                : Stream.of(kind);
    }

    private static Stream<Intent> everyKind() {
        return Stream.of(
                evacuate("ask", "h1"),
                new ReleaseHosts(ASK, DRAIN),
                new MigrateVm(ASK, vm(1), Optional.empty(), Optional.empty(), Priority.NORMAL),
                new PauseIntent(ASK, DRAIN),
                new ResumeIntent(ASK, DRAIN),
                new CancelIntent(ASK, DRAIN),
                new CancelMigration(ASK, MIGRATION),
                new RetryMigration(ASK, MIGRATION),
                new ResolveMigration(ASK, MIGRATION, OperatorVerdict.LOST, "seen with virsh"),
                new CordonHost(ASK, id("h2")),
                new UncordonHost(ASK, id("h2")),
                new ForgetHost(ASK, id("h2")),
                new ForgetVm(ASK, vm(1)),
                new ChangeTopology(ASK, Topology.EMPTY),
                new ChangePolicy(ASK, ZonePolicy.standard()),
                new FreezeZone(ASK),
                new ThawZone(ASK));
    }
}
