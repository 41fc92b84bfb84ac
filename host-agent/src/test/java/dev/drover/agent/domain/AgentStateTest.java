package dev.drover.agent.domain;

import static dev.drover.agent.domain.Commands.mark;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.Epoch;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.transfer.TransferOptions;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentStateTest {
    private static final Instant SOON = Instant.parse("2026-01-31T12:00:30Z");
    private static final BitsPerSecond SLOW = BitsPerSecond.mebibytesPerSecond(10);
    private static final BitsPerSecond FAST = BitsPerSecond.mebibytesPerSecond(20);
    private static final SourceVerdict ABORTED = new SourceVerdict.StayedAtSource(FailureKind.ABORTED, "by command");
    private static final MigrationId M1 = new MigrationId("m1");

    @Test
    void each_start_begins_a_life_above_the_last_one() {
        AgentState started =
                AgentState.NEW.evolve(new JournalEntry.Started(new Incarnation(SOON.getEpochSecond() + 5)));

        assertThat(started.incarnation()).contains(new Incarnation(SOON.getEpochSecond() + 5));
        assertThat(started.nextIncarnation(SOON)).isEqualTo(new Incarnation(SOON.getEpochSecond() + 6));
    }

    @Test
    void a_lost_or_old_journal_does_not_lead_back_into_an_earlier_life() {
        AgentState old = AgentState.NEW.evolve(new JournalEntry.Started(new Incarnation(3)));

        assertThat(AgentState.NEW.nextIncarnation(SOON)).isEqualTo(new Incarnation(SOON.getEpochSecond()));
        assertThat(old.nextIncarnation(SOON)).isEqualTo(new Incarnation(SOON.getEpochSecond()));
    }

    @Test
    void a_taken_migration_is_open_until_its_end_is_reported() {
        AgentState taken = AgentState.NEW.evolve(start(mark("m1", 1, 1, 1, SOON)));
        assertThat(taken.open().keySet()).containsExactly(key(1));
        assertThat(taken.open().get(key(1))).isEqualTo(OpenAttempt.of(start(mark("m1", 1, 1, 1, SOON))));

        AgentState over = taken.evolve(ended(1));
        assertThat(over.open()).isEmpty();
        assertThat(over.mark(M1)).contains(new MigrationMark(new Attempt(1), new Sequence(1)));
    }

    @Test
    void a_later_attempt_with_a_vm_closes_the_earlier_ones_with_it() {
        AgentState later =
                AgentState.NEW.evolve(start(mark("m1", 1, 1, 1, SOON))).evolve(start(mark("m1", 2, 2, 1, SOON)));
        assertThat(later.open().keySet()).containsExactly(key(2));

        AgentState another = later.evolve(start(mark("m2", 1, 1, 1, SOON)));
        assertThat(another.open().keySet()).containsExactly(new AttemptKey(new MigrationId("m2"), Attempt.FIRST));
        assertThat(another.mark(M1)).isEqualTo(later.mark(M1));
    }

    @Test
    void attempts_with_different_vms_are_open_side_by_side() {
        AgentState both = AgentState.NEW
                .evolve(start(mark("m1", 1, 1, 1, SOON)))
                .evolve(start(mark("m2", 1, 1, 1, SOON), Commands.vm(2)));
        assertThat(both.open()).hasSize(2);
    }

    @Test
    void a_mark_and_the_epoch_only_rise() {
        AgentState state = AgentState.NEW
                .evolve(new JournalEntry.OtherTaken(mark("m1", 2, 5, 7, SOON)))
                .evolve(new JournalEntry.OtherTaken(mark("m1", 1, 4, 6, SOON)));
        assertThat(state.mark(M1)).contains(new MigrationMark(new Attempt(2), new Sequence(5)));
        assertThat(state.epoch()).isEqualTo(new Epoch(7));
    }

    @Test
    void a_rate_is_kept_with_the_attempt_it_was_set_for() {
        AgentState state =
                AgentState.NEW.evolve(start(mark("m1", 1, 1, 1, SOON))).evolve(rate(2));
        assertThat(state.open().get(key(1)).rate()).isEqualTo(FAST);
        assertThat(state.open().get(key(1)).order()).contains(new OpenAttempt.RateOrder(new Sequence(2), cause("c2")));
        AgentState again = state.evolve(rate(3));
        assertThat(again.open().get(key(1)).order()).contains(new OpenAttempt.RateOrder(new Sequence(3), cause("c3")));
        assertThat(state.mark(M1)).contains(new MigrationMark(new Attempt(1), new Sequence(2)));
    }

    @Test
    void a_rate_for_an_attempt_that_is_over_opens_nothing() {
        AgentState state = AgentState.NEW.evolve(rate(2));
        assertThat(state.open()).isEmpty();
    }

    @Test
    void an_abort_is_kept_with_the_attempt_it_is_for_whatever_else_comes() {
        AgentState state = AgentState.NEW
                .evolve(start(mark("m1", 1, 1, 1, SOON)))
                .evolve(new JournalEntry.AbortTaken(mark("m1", 1, 2, 1, SOON)))
                .evolve(rate(3));
        assertThat(state.open().get(key(1)).aborted()).isTrue();
        assertThat(state.mark(M1)).contains(new MigrationMark(new Attempt(1), new Sequence(3)));
    }

    @Test
    void an_abort_of_an_attempt_that_is_not_open_changes_its_mark_alone() {
        AgentState state = AgentState.NEW.evolve(new JournalEntry.AbortTaken(mark("m1", 1, 2, 1, SOON)));
        assertThat(state.open()).isEmpty();
        assertThat(state.mark(M1)).contains(new MigrationMark(new Attempt(1), new Sequence(2)));
        assertThat(state.outcome(Commands.VM, key(1))).isEmpty();
    }

    @Test
    void the_outcome_of_the_last_attempt_with_a_vm_is_known_until_another_begins() {
        AgentState over =
                AgentState.NEW.evolve(start(mark("m1", 1, 1, 1, SOON))).evolve(ended(1));
        assertThat(over.outcome(Commands.VM, key(1))).contains(ABORTED);
        assertThat(over.outcome(Commands.VM, key(2))).isEmpty();
        assertThat(over.outcome(Commands.vm(2), key(1))).isEmpty();

        AgentState next = over.evolve(start(mark("m2", 1, 1, 1, SOON)));
        assertThat(next.outcome(Commands.VM, key(1))).isEmpty();
        assertThat(next.ended()).isEmpty();
    }

    @Test
    void the_end_of_an_attempt_that_was_overtaken_is_no_news() {
        AgentState state =
                AgentState.NEW.evolve(start(mark("m1", 1, 1, 1, SOON))).evolve(start(mark("m1", 2, 2, 1, SOON)));
        assertThat(state.evolve(ended(1))).isEqualTo(state);
    }

    @Test
    void leases_reach_as_far_as_was_ever_said_by_their_owner() {
        AgentState state = AgentState.NEW.evolve(heard(leases(3, SOON))).evolve(heard(leases(3, SOON.minusSeconds(1))));
        assertThat(state.leases()).contains(leases(3, SOON));
        assertThat(state.evolve(heard(leases(3, SOON.plusSeconds(1)))).leases())
                .contains(leases(3, SOON.plusSeconds(1)));
    }

    @Test
    void a_new_owner_has_the_say_on_leases_even_when_it_says_less() {
        AgentState state = AgentState.NEW.evolve(heard(leases(3, SOON))).evolve(heard(leases(4, SOON.minusSeconds(9))));
        assertThat(state.leases()).contains(leases(4, SOON.minusSeconds(9)));
        assertThat(state.epoch()).isEqualTo(new Epoch(4));
    }

    @Test
    void word_on_leases_of_an_owner_that_was_replaced_changes_nothing() {
        AgentState state = AgentState.NEW.evolve(new JournalEntry.OtherTaken(mark("m1", 1, 1, 7, SOON)));
        assertThat(state.isNews(leases(6, SOON))).isFalse();
        assertThat(state.isNews(leases(7, SOON))).isTrue();
        assertThat(state.evolve(heard(leases(6, SOON)))).isEqualTo(state);
    }

    @Test
    void leases_are_kept_for_the_next_life_where_a_migration_has_a_rate_or_the_owner_is_new() {
        AgentState idle = AgentState.NEW.evolve(heard(leases(3, SOON)));
        assertThat(idle.mustKeep(leases(3, SOON.plusSeconds(10)))).isFalse();
        assertThat(idle.mustKeep(leases(4, SOON.plusSeconds(10)))).isTrue();
        AgentState busy = idle.evolve(start(mark("m1", 1, 1, 3, SOON)));
        assertThat(busy.leases()).isEqualTo(idle.leases());
        assertThat(busy.mustKeep(leases(3, SOON.plusSeconds(10)))).isTrue();
    }

    @Test
    void reporting_an_end_twice_changes_nothing() {
        AgentState over =
                AgentState.NEW.evolve(start(mark("m1", 1, 1, 1, SOON))).evolve(ended(1));
        assertThat(over.evolve(ended(1))).isEqualTo(over);
    }

    @Test
    void what_was_made_for_a_vm_is_this_agents_until_it_is_closed() {
        List<FilePath> files = List.of(new FilePath("/vms/a.img"));
        AgentState made = AgentState.NEW.evolve(new JournalEntry.RoomMade(Commands.VM, files));
        assertThat(made.room(Commands.VM)).isEqualTo(files);
        assertThat(made.room(Commands.vm(2))).isEmpty();
        AgentState later = made.evolve(start(mark("m1", 1, 1, 1, SOON))).evolve(ended(1));
        assertThat(later.room(Commands.VM)).isEqualTo(files);
        assertThat(later.evolve(new JournalEntry.RoomClosed(Commands.VM)).room(Commands.VM))
                .isEmpty();
    }

    private static JournalEntry.MigrationTaken start(CommandMark mark) {
        return start(mark, Commands.VM);
    }

    private static JournalEntry.MigrationTaken start(CommandMark mark, VmId vm) {
        return new JournalEntry.MigrationTaken(
                mark,
                cause("c1"),
                vm,
                new HostId("h2"),
                new MigrationUri("sim://h2"),
                SLOW,
                TransferOptions.PLAIN,
                Optional.empty(),
                SOON.plusSeconds(60));
    }

    private static JournalEntry.AttemptReported ended(long attempt) {
        return new JournalEntry.AttemptReported(M1, new Attempt(attempt), ABORTED);
    }

    private static JournalEntry.RateTaken rate(long sequence) {
        return new JournalEntry.RateTaken(mark("m1", 1, sequence, 1, SOON), cause("c" + sequence), FAST);
    }

    private static Cause cause(String command) {
        return new Cause(new MessageId(command), Optional.empty());
    }

    private static JournalEntry.LeasesHeard heard(Leases leases) {
        return new JournalEntry.LeasesHeard(leases);
    }

    private static Leases leases(long epoch, Instant until) {
        return new Leases(new Epoch(epoch), until);
    }

    private static AttemptKey key(long attempt) {
        return new AttemptKey(M1, new Attempt(attempt));
    }
}
