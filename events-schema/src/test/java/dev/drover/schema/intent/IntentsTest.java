package dev.drover.schema.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.InvalidValueException;
import dev.drover.schema.id.MigrationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class IntentsTest {
    private static final IntentId INTENT = new IntentId("i-1");
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void hosts_are_evacuated_in_whatever_order_they_are_named() {
        assertThat(hosts("b", "a", "c")).isEqualTo(hosts("a", "b", "c"));
        assertRefused(() -> hosts("b", "a", "b"), "hosts names host b twice; name it once");
    }

    @Test
    void one_evacuation_is_of_1_to_1000_hosts() {
        assertThat(hosts(many(1_000)).hosts()).hasSize(1_000);
        assertRefused(IntentsTest::hosts, "hosts names 0 hosts; name 1 to 1000 in one intent");
        assertRefused(() -> hosts(many(1_001)), "hosts names 1001 hosts; name 1 to 1000 in one intent");
    }

    @Test
    void a_plain_evacuation_is_of_one_host_at_once_and_for_good() {
        assertThat(EvacuateHosts.of(INTENT, new HostId("a")))
                .isEqualTo(new EvacuateHosts(
                        INTENT, hosts("a"), Optional.empty(), Optional.empty(), Priority.NORMAL, ReturnPolicy.STAY));
    }

    @Test
    void a_window_begins_before_it_ends() {
        assertThat(new Window(NOON, NOON.plusNanos(1)).from()).isEqualTo(NOON);
        assertRefused(
                () -> new Window(NOON, NOON),
                "until is 2026-01-31T12:00:00Z; it must be later than from, 2026-01-31T12:00:00Z");
    }

    @Test
    void a_deadline_does_not_pass_before_the_window_begins() {
        Window window = new Window(NOON, NOON.plusSeconds(60));

        assertThat(evacuation(Optional.of(window), NOON).deadline()).contains(NOON);
        assertThat(evacuation(Optional.of(window), NOON.plusSeconds(90)).window())
                .contains(window);
        assertThat(evacuation(Optional.empty(), Instant.EPOCH).deadline()).contains(Instant.EPOCH);
        assertRefused(
                () -> evacuation(Optional.of(window), NOON.minusSeconds(1)),
                "deadline is 2026-01-31T11:59:59Z, before the window begins at 2026-01-31T12:00:00Z;"
                        + " set a later one, or an earlier window");
    }

    @Test
    void an_intent_is_not_about_itself() {
        String words = " is i-1, this intent itself; name the one it is about, or give this one another id";

        assertRefused(() -> new PauseIntent(INTENT, INTENT), "target" + words);
        assertRefused(() -> new ResumeIntent(INTENT, INTENT), "target" + words);
        assertRefused(() -> new CancelIntent(INTENT, INTENT), "target" + words);
        assertRefused(() -> new ReleaseHosts(INTENT, INTENT), "evacuation" + words);
    }

    @Test
    void evidence_is_text_for_people() {
        MigrationId migration = new MigrationId("m-1");

        assertThat(new ResolveMigration(INTENT, migration, OperatorVerdict.LOST, "x".repeat(500)).evidence())
                .hasSize(500);
        assertRefused(
                () -> new ResolveMigration(INTENT, migration, OperatorVerdict.LOST, " "),
                "evidence is blank; give it some text");
        assertRefused(
                () -> new ResolveMigration(INTENT, migration, OperatorVerdict.LOST, "x".repeat(501)),
                "evidence is 501 characters long; at most 500 are allowed");
    }

    private static EvacuateHosts evacuation(Optional<Window> window, Instant deadline) {
        return new EvacuateHosts(INTENT, hosts("a"), window, Optional.of(deadline), Priority.NORMAL, ReturnPolicy.STAY);
    }

    private static EvacuationTarget.Hosts hosts(String... names) {
        return new EvacuationTarget.Hosts(
                List.of(names).stream().map(HostId::new).toList());
    }

    private static String[] many(int count) {
        return IntStream.range(0, count).mapToObj(number -> "h" + number).toArray(String[]::new);
    }

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(InvalidValueException.class).hasMessage(words);
    }
}
