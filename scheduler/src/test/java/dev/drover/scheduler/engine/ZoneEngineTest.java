package dev.drover.scheduler.engine;

import static dev.drover.scheduler.domain.zone.Fleet.evacuate;
import static dev.drover.scheduler.domain.zone.Fleet.host;
import static dev.drover.scheduler.domain.zone.Fleet.id;
import static dev.drover.scheduler.domain.zone.Fleet.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.domain.zone.Messages;
import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.scheduler.domain.zone.ZoneInput;
import dev.drover.scheduler.domain.zone.ZoneScenario;
import dev.drover.schema.event.InboxRead;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.MigrationQueried;
import dev.drover.schema.event.PolicyChanged;
import dev.drover.schema.event.SetAsideReason;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneOwnershipTaken;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.InboxOffset;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.ReportMark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ZoneEngineTest {
    private static final Duration NO_WAIT = Duration.ofMillis(1);

    private final MemoryBroker broker = new MemoryBroker();
    private final Messages messages = new Messages();
    private final AtomicReference<Instant> now = new AtomicReference<>(ZoneScenario.START);

    @Test
    void a_takeover_writes_the_next_epoch_and_the_first_one_the_policy_too() {
        ZoneEngine first = engine();
        assertThat(first.takeOver(Optional.empty())).isEqualTo(new StepResult.Advanced(2));
        assertThat(engine().takeOver(Optional.empty())).isEqualTo(new StepResult.Advanced(1));
        assertThat(events())
                .containsExactly(
                        new ZoneOwnershipTaken(ZoneScenario.NODE, new Epoch(1)),
                        new PolicyChanged(ZonePolicy.standard()),
                        new ZoneOwnershipTaken(ZoneScenario.NODE, new Epoch(2)));
    }

    @Test
    void a_batch_is_decided_in_order_settled_once_and_committed_whole() {
        ZoneEngine engine = owner();
        tellOfTwoHosts();
        broker.tell(messages.intent(evacuate("drain", "h1")));
        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Advanced(3));
        assertThat(engine.step(NO_WAIT)).as("what was planned meanwhile").isEqualTo(new StepResult.Advanced(2));
        assertThat(broker.commands()).hasSize(1);
        assertThat(engine.state()).isEqualTo(replayed());
        assertThat(engine.state().inboxOffset()).contains(new InboxOffset(2));
    }

    @Test
    @Timeout(30)
    void an_input_that_is_there_does_not_wait_for_company() {
        ZoneEngine engine = engine();
        engine.takeOver(Optional.empty());
        tellOfTwoHosts();
        assertThat(engine.step(Duration.ofDays(1))).isInstanceOf(StepResult.Advanced.class);
    }

    @Test
    void what_comes_during_a_commit_is_the_next_batch_and_no_batch_holds_more_than_500_inputs() {
        ZoneEngine engine = engine();
        engine.takeOver(Optional.empty());
        for (int input = 0; input < 1_203; input++) {
            broker.tellNonsense();
        }
        for (int batch : new int[] {500, 500, 203}) {
            int before = broker.deadLetters().size();
            engine.step(Duration.ZERO);
            assertThat(broker.deadLetters()).hasSize(before + batch);
        }
    }

    @Test
    void with_nothing_to_do_nothing_is_written() {
        ZoneEngine engine = owner();
        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Idle());
        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Idle());
        assertThat(events()).hasSize(2);
    }

    @Test
    void deadlines_are_looked_at_without_any_input() {
        ZoneEngine engine = evacuating();
        now.updateAndGet(time -> time.plusSeconds(33));
        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Advanced(1));
        assertThat(events().getLast()).isInstanceOf(MigrationQueried.class);
    }

    @Test
    void deadlines_are_looked_at_four_times_a_second_at_most() {
        ZoneEngine engine = evacuating();
        now.updateAndGet(time -> time.plusSeconds(32).minusMillis(1));
        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Idle());
        now.updateAndGet(time -> time.plusMillis(249));
        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Idle());
        now.updateAndGet(time -> time.plusMillis(1));
        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Advanced(1));
    }

    @Test
    void an_aborted_batch_leaves_no_trace_and_its_inputs_come_again() {
        ZoneEngine engine = owner();
        ZoneState before = engine.state();
        tellOfTwoHosts();
        broker.nextCommit(() -> new CommitResult.Aborted("the group has rebalanced"));
        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Retrying("the group has rebalanced"));
        assertThat(engine.state()).isEqualTo(before);

        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Advanced(2));
        assertThat(engine.state()).isEqualTo(replayed());
    }

    @Test
    void a_lost_zone_is_not_written_to_and_its_state_stays_as_it_was() {
        ZoneEngine engine = owner();
        ZoneState before = engine.state();
        engine().takeOver(Optional.empty());
        tellOfTwoHosts();
        assertThat(engine.step(NO_WAIT)).isInstanceOf(StepResult.Lost.class);
        assertThat(engine.state()).isEqualTo(before);
        assertThat(events()).hasSize(3);
    }

    @Test
    void a_new_state_is_seen_only_once_it_is_committed() {
        ZoneEngine engine = owner();
        ZoneState before = engine.state();
        tellOfTwoHosts();
        AtomicReference<ZoneState> seen = new AtomicReference<>();
        broker.nextCommit(() -> {
            seen.set(engine.state());
            return new CommitResult.Aborted("for the test");
        });
        engine.step(NO_WAIT);
        assertThat(seen).hasValue(before);
    }

    @Test
    void a_report_that_the_agents_next_life_overtook_does_not_count_though_the_later_one_changed_nothing() {
        ZoneEngine engine = owner();
        tellOfTwoHosts();
        engine.step(NO_WAIT);
        ReportMessage known = messages.report(id("h2"), new InventoryReport(host("h2", 64)));
        ReportMessage older = messages.report(id("h2"), new InventoryReport(host("h2", 64, running(9, 4))));
        Incarnation next = new Incarnation(known.mark().incarnation().value() + 1);
        broker.tell(new ReportMessage(known.head(), new ReportMark(id("h2"), next, Sequence.FIRST), known.report()));
        broker.tell(older);
        engine.step(NO_WAIT);
        assertThat(engine.state().inventory().vmsOn(id("h2"))).isEmpty();
        assertThat(engine.state()).isEqualTo(replayed());
    }

    @Test
    void what_nobody_can_read_is_kept_aside_and_the_zone_goes_on() {
        ZoneEngine engine = owner();
        broker.tellNonsense();
        tellOfTwoHosts();
        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Advanced(3));
        assertThat(broker.deadLetters()).hasSize(1);
        assertThat(events()).contains(broker.deadLetters().getFirst().rejection());
        assertThat(engine.state().inboxOffset()).contains(new InboxOffset(2));
    }

    @Test
    void a_host_that_speaks_for_another_is_not_heard_and_that_can_be_seen() {
        broker.tell(messages.report(id("h1"), new InventoryReport(host("h2", 64))));
        ZoneEngine engine = engine();
        engine.takeOver(Optional.empty());
        engine.step(NO_WAIT);
        InputSetAside why = new InputSetAside(
                SetAsideReason.INVALID_VALUE,
                Optional.of("facts.host"),
                "facts.host: is h2, but host h1 reports, which speaks for itself only");
        assertThat(events()).contains(why);
        assertThat(broker.deadLetters().stream().map(DeadLetter::rejection)).containsExactly(why);
        assertThat(engine.state().inventory().hosts()).isEmpty();
    }

    @Test
    void what_drover_itself_fails_at_is_kept_aside_too_and_the_zone_goes_on() {
        ZoneDecider sound = ZoneScenario.decider(ZonePolicy.standard());
        ZoneEngine engine = Engines.engine(broker.log(), now::get, (state, input) -> {
            if (input instanceof ZoneInput.Told(InboxOffset offset, InboxMessage message, Instant at)
                    && offset.equals(new InboxOffset(0))) {
                throw new IllegalStateException("a mistake of ours");
            }
            return sound.decide(state, input);
        });
        engine.takeOver(Optional.empty());
        tellOfTwoHosts();
        engine.step(NO_WAIT);
        assertThat(broker.deadLetters())
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.rejection().why()).contains("Drover's mistake", "a mistake of ours"));
        assertThat(events()).contains(broker.deadLetters().getFirst().rejection());
        assertThat(engine.state().inventory().hosts()).containsOnlyKeys(id("h2"));
        assertThat(engine.state()).isEqualTo(replayed());
    }

    @Test
    void what_was_put_aside_is_not_put_aside_again_by_the_next_owner() {
        ZoneEngine engine = owner();
        broker.tellNonsense();
        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Advanced(1));
        assertThat(owner().step(NO_WAIT)).isEqualTo(new StepResult.Idle());
        assertThat(broker.deadLetters()).hasSize(1);
    }

    @Test
    void a_report_that_changes_nothing_has_counted_all_the_same() {
        ZoneEngine engine = owner();
        tellOfTwoHosts();
        engine.step(NO_WAIT);
        broker.tell(messages.report(id("h2"), new InventoryReport(host("h2", 64))));
        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Advanced(1));
        assertThat(events().getLast()).isInstanceOf(InboxRead.class);
        assertThat(engine.state().progress().marks().get(id("h2")).sequence()).isEqualTo(new Sequence(2));
        assertThat(engine.state().inboxOffset()).contains(new InboxOffset(2));
        assertThat(owner().step(NO_WAIT)).isEqualTo(new StepResult.Idle());
    }

    @Test
    void the_next_owner_reads_on_behind_what_the_log_says_was_read() {
        ZoneEngine first = owner();
        tellOfTwoHosts();
        first.step(NO_WAIT);
        ZoneEngine second = owner();
        assertThat(second.state().inventory().hosts()).hasSize(2);
        assertThat(second.step(NO_WAIT)).isEqualTo(new StepResult.Idle());
        broker.tell(messages.intent(evacuate("drain", "h1")));
        second.step(NO_WAIT);
        assertThat(events()).contains(new IntentAccepted(evacuate("drain", "h1")));
    }

    @Test
    void a_broken_inbox_is_the_callers_to_hear_of_and_changes_nothing() {
        ZoneEngine engine = owner();
        ZoneState before = engine.state();
        broker.nextPoll(new ZoneLogException("the broker is away"));
        assertThatThrownBy(() -> engine.step(NO_WAIT)).hasMessage("the broker is away");
        assertThat(engine.state()).isEqualTo(before);
        tellOfTwoHosts();
        assertThat(engine.step(NO_WAIT)).isEqualTo(new StepResult.Advanced(2));
    }

    @Test
    void an_owner_whose_takeover_is_not_committed_does_not_own_the_zone() {
        ZoneEngine engine = engine();
        broker.nextCommit(() -> new CommitResult.Aborted("not now"));
        assertThat(engine.takeOver(Optional.empty())).isEqualTo(new StepResult.Retrying("not now"));
        assertThat(engine.state().epoch()).isEqualTo(Epoch.NONE);
        assertThat(events()).isEmpty();
    }

    private ZoneEngine evacuating() {
        ZoneEngine engine = owner();
        tellOfTwoHosts();
        broker.tell(messages.intent(evacuate("drain", "h1")));
        engine.step(NO_WAIT);
        engine.step(NO_WAIT);
        return engine;
    }

    private void tellOfTwoHosts() {
        broker.tell(messages.report(id("h1"), new InventoryReport(host("h1", 64, running(1, 4)))));
        broker.tell(messages.report(id("h2"), new InventoryReport(host("h2", 64))));
    }

    private ZoneEngine owner() {
        ZoneEngine engine = engine();
        engine.takeOver(Optional.empty());
        return engine;
    }

    private ZoneEngine engine() {
        return Engines.engine(broker.log(), now::get);
    }

    private List<ZoneEvent> events() {
        return broker.events().stream().map(EventMessage::event).toList();
    }

    private ZoneState replayed() {
        return ZoneScenario.fold(broker.events());
    }
}
