package dev.drover.schema.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.OperatorVerdict;
import dev.drover.schema.report.ReportMark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final IntentId INTENT = new IntentId("i-1");

    @Test
    void an_intent_that_left_few_vms_names_them_all() {
        IntentEnded ended = IntentEnded.of(INTENT, IntentOutcome.PARTIAL, vms(100).reversed());

        assertThat(ended).isEqualTo(new IntentEnded(INTENT, IntentOutcome.PARTIAL, vms(100), 100));
    }

    @Test
    void of_more_it_names_the_first_and_counts_all() {
        IntentEnded ended =
                IntentEnded.of(INTENT, IntentOutcome.PARTIAL, vms(5_000).reversed());

        assertThat(ended).isEqualTo(new IntentEnded(INTENT, IntentOutcome.PARTIAL, vms(100), 5_000));
    }

    @Test
    void more_than_that_can_not_be_named_nor_less_be_counted() {
        assertRefused(
                () -> new IntentEnded(INTENT, IntentOutcome.PARTIAL, vms(101), 101),
                "left names 101 vms; name the first 100 and count the others");
        assertRefused(
                () -> new IntentEnded(INTENT, IntentOutcome.PARTIAL, vms(2), 1),
                "leftInAll is 1; it must be at least 2");
    }

    @Test
    void marks_are_in_the_order_of_hosts_then_as_reported() {
        List<ReportMark> ordered = List.of(mark("a", 2, 1), mark("b", 1, 9), mark("b", 2, 3), mark("b", 2, 10));
        List<ReportMark> shuffled = List.of(ordered.get(3), ordered.get(1), ordered.get(0), ordered.get(2));

        assertThat(new InboxRead(shuffled).heard()).isEqualTo(ordered);
        assertThat(ordered.get(3).isAfter(ordered.get(2))).isTrue();
        assertThat(ordered.get(1).isAfter(ordered.get(2))).isFalse();
    }

    @Test
    void a_level_is_counted_from_1() {
        assertThat(new SchemaLevelRaised(1).level()).isEqualTo(1);
        assertRefused(() -> new SchemaLevelRaised(0), "level is 0; it must be at least 1");
    }

    @Test
    void evidence_is_kept_whole() {
        MigrationId migration = new MigrationId("m-1");

        assertThat(new MigrationResolved(migration, OperatorVerdict.LOST, "x".repeat(500), INTENT).evidence())
                .hasSize(500);
        assertRefused(
                () -> new MigrationResolved(migration, OperatorVerdict.LOST, "x".repeat(501), INTENT),
                "evidence is 501 characters long; at most 500 are allowed");
    }

    @Test
    void words_from_elsewhere_are_cut() {
        String words = "x".repeat(1_000);

        assertThat(new MigrationCancelled(new MigrationId("m-1"), words).detail())
                .hasSize(400);
        assertThat(new HostQuarantined(new HostId("a"), words).why()).hasSize(400);
        assertThat(new InputSetAside(SetAsideReason.MALFORMED, Optional.empty(), words).why())
                .hasSize(400);
    }

    @Test
    void what_is_handed_in_may_change_afterwards() {
        List<BlockedVm> left = new ArrayList<>(vms(2));
        IntentEnded ended = new IntentEnded(INTENT, IntentOutcome.PARTIAL, left, 2);
        Collections.reverse(left);
        left.clear();

        assertThat(ended.left()).isEqualTo(vms(2));
    }

    private static List<BlockedVm> vms(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new BlockedVm(new VmId(new UUID(0, number)), "no host has room"))
                .toList();
    }

    private static ReportMark mark(String host, long incarnation, long sequence) {
        return new ReportMark(new HostId(host), new Incarnation(incarnation), new Sequence(sequence));
    }

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(InvalidValueException.class).hasMessage(words);
    }
}
