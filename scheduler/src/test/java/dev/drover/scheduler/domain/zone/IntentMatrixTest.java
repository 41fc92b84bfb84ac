package dev.drover.scheduler.domain.zone;

import static dev.drover.scheduler.domain.zone.Situations.DRAIN;
import static dev.drover.scheduler.domain.zone.Situations.MIGRATION;
import static dev.drover.scheduler.domain.zone.Situations.in;
import static dev.drover.scheduler.domain.zone.ZoneScenario.asked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.migration.MigrationPhase;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.intent.CancelIntent;
import dev.drover.schema.intent.CancelMigration;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.intent.PauseIntent;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.intent.ResumeIntent;
import dev.drover.schema.intent.RetryMigration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every intent is answered in every phase of what it is about: accepted, or refused with the reason. */
class IntentMatrixTest {
    private static final String ACCEPTED = "accepted";
    private static final IntentId ASK = new IntentId("ask");

    @ParameterizedTest(name = "in phase {0} to cancel it is {1}, to try it again {2}, to resolve it {3}")
    @CsvSource(delimiter = '|', textBlock = """
            QUEUED         | accepted | it is QUEUED; wait for its end                      | it is QUEUED and does not wait for an operator
            DISPATCHED     | accepted | it is DISPATCHED; wait for its end                  | it is DISPATCHED and does not wait for an operator
            RUNNING        | accepted | it is RUNNING; wait for its end                     | it is RUNNING and does not wait for an operator
            CANCELLING     | accepted | it is CANCELLING; wait for its end                  | it is CANCELLING and does not wait for an operator
            CONFIRMING     | the guest has left its source already; migrate it back when it has arrived | it is CONFIRMING; wait for its end | it is CONFIRMING and does not wait for an operator
            RELEASING      | the guest has left its source already; migrate it back when it has arrived | it is RELEASING; wait for its end  | it is RELEASING and does not wait for an operator
            NEEDS_OPERATOR | it waits for an operator; resolve it | it waits for an operator; resolve it first         | accepted
            SUCCEEDED      | it is SUCCEEDED already  | it is SUCCEEDED; there is nothing to try again      | it is SUCCEEDED and does not wait for an operator
            FAILED         | it is FAILED already     | accepted                                            | it is FAILED and does not wait for an operator
            CANCELLED      | it is CANCELLED already  | accepted                                            | it is CANCELLED and does not wait for an operator
            RESOLVED       | it is RESOLVED already   | it is RESOLVED; there is nothing to try again       | it is RESOLVED and does not wait for an operator
            """)
    void of_a_migration(MigrationPhase phase, String cancel, String retry, String resolve) {
        assertThat(in(phase).state().migrations().find(MIGRATION).map(Migration::phase))
                .contains(phase);
        check(in(phase), new CancelMigration(ASK, MIGRATION), change(cancel));
        check(in(phase), new RetryMigration(ASK, MIGRATION), change(retry));
        check(
                in(phase),
                new ResolveMigration(ASK, MIGRATION, OperatorVerdict.AT_SOURCE, "seen with virsh"),
                change(resolve));
    }

    @ParameterizedTest(name = "in phase {0} to pause it is {1}, to resume it {2}, to cancel it {3}, to release it {4}")
    @CsvSource(delimiter = '|', textBlock = """
            ACTIVE     | accepted | accepted | accepted | intent drain is still being worked on; wait for its end, or cancel it
            PAUSED     | accepted | accepted | accepted | intent drain is still being worked on; wait for its end, or cancel it
            CANCELLING | intent drain is being cancelled: it can't be paused any more | intent drain is being cancelled: it can't be resumed; send it anew under another name | accepted | intent drain is still being worked on; wait for its end, or cancel it
            ENDED      | intent drain is over already | intent drain is over already | intent drain is over already | accepted
            RELEASED   | intent drain is over already | intent drain is over already | intent drain is over already | intent drain holds no hosts; it is no evacuation, was released, or is not known
            """)
    void of_an_intent(IntentPhase phase, String pause, String resume, String cancel, String release) {
        check(in(phase), new PauseIntent(ASK, DRAIN), pause);
        check(in(phase), new ResumeIntent(ASK, DRAIN), resume);
        check(in(phase), new CancelIntent(ASK, DRAIN), cancel);
        check(in(phase), new ReleaseHosts(ASK, DRAIN), release);
    }

    @ParameterizedTest
    @EnumSource(IntentPhase.class)
    void the_situations_are_what_they_are_called(IntentPhase phase) {
        assertThat(in(phase).state().intents().task(DRAIN).map(task -> task.phase()))
                .isEqualTo(phase == IntentPhase.RELEASED ? Optional.empty() : Optional.of(phase));
    }

    private static String change(String answer) {
        return answer.equals(ACCEPTED) ? ACCEPTED : "migration " + MIGRATION + " can't be changed so: " + answer;
    }

    private static void check(ZoneScenario zone, Intent intent, String answer) {
        zone.when(asked(intent));
        assertThat(zone.lastEvents().getFirst())
                .isEqualTo(answer.equals(ACCEPTED) ? new IntentAccepted(intent) : new IntentRefused(ASK, answer));
        zone.when(asked(intent)).thenNothing();
    }
}
