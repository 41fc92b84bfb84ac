package dev.drover.bench.converge.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.drover.agent.domain.converge.Consents;
import dev.drover.bench.converge.guest.Act;
import dev.drover.bench.converge.guest.Driver;
import dev.drover.bench.converge.guest.Guest;
import dev.drover.bench.converge.guest.Pattern;
import dev.drover.bench.converge.guest.Sight;
import dev.drover.bench.converge.guest.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Each peer's rules, as their sources have them, on a guest that always has as much to send as before. */
class DriversTest {
    private static final double RATE = 1e9;
    private static final int GIBIBYTES = 4;

    @Test
    void nova_rises_in_ten_steps_from_50_to_500_ms_and_gives_up_after_800_s_a_gibibyte() {
        List<Did> did = drive(NovaDriver.of(task(Consents.NONE)), 1, 4_000, round -> 5e9);

        assertThat(limits(did)).hasSize(11);
        assertThat(limits(did).getFirst()).isCloseTo(0.05, within(1e-9));
        assertThat(limits(did).getLast()).isCloseTo(0.5, within(1e-9));
        assertThat(did.get(1).seconds()).isEqualTo(75.0 * GIBIBYTES);
        assertThat(did.getLast().act()).isEqualTo(new Act.Abort());
        assertThat(did.getLast().seconds()).isEqualTo(800.0 * GIBIBYTES + 1);
    }

    @Test
    void nova_forces_post_copy_where_that_is_permitted_and_does_not_slow_the_guest_down_then() {
        List<Did> did = drive(NovaDriver.of(task(Consents.ALL_BUT_PAUSE)), 1, 4_000, round -> 5e9);

        assertThat(did).extracting(Did::act).doesNotContain(new Act.SlowDown());
        assertThat(did.getLast().act()).isEqualTo(new Act.PostCopy());
    }

    @Test
    void ovirt_goes_by_iterations_looking_every_ten_seconds() {
        List<Did> minimal = drive(OvirtDriver.minimalDowntime(task(Consents.NONE)), 10, 200, round -> 5e9);
        assertThat(limits(minimal)).containsExactly(0.1, 0.15, 0.2, 0.3, 0.4, 0.5);
        assertThat(minimal.getLast().act()).isEqualTo(new Act.Abort());

        List<Did> suspend = drive(OvirtDriver.suspendIfNeeded(task(Consents.NONE)), 10, 200, round -> 5e9);
        assertThat(limits(suspend)).endsWith(0.5, 5.0);

        List<Did> postCopy = drive(OvirtDriver.postCopy(task(Consents.ALL_BUT_PAUSE)), 10, 200, round -> 5e9);
        assertThat(limits(postCopy)).containsExactly(0.1, 0.15, 0.2);
        assertThat(postCopy.getLast().act()).isEqualTo(new Act.PostCopy());
    }

    @Test
    void kubevirt_gives_up_after_150_s_without_progress_or_150_s_a_gibibyte() {
        List<Did> stuck = drive(KubevirtDriver.of(task(Consents.NONE)), 1_000_000, 400, round -> 5e9);
        assertThat(stuck.getLast().act()).isEqualTo(new Act.Abort());
        assertThat(stuck.getLast().seconds()).isEqualTo(152);

        List<Did> busy = drive(KubevirtDriver.of(task(Consents.NONE)), 10, 1_000, round -> round % 2 * 1e9 + 1e9);
        assertThat(busy.getLast().seconds()).isEqualTo(150.0 * GIBIBYTES + 1);
        assertThat(drive(KubevirtDriver.of(task(Consents.ALL_BUT_PAUSE)), 10, 1_000, round -> round % 2 * 1e9 + 1e9)
                        .getLast()
                        .act())
                .isEqualTo(new Act.PostCopy());
    }

    @Test
    void kubevirts_stall_detection_waits_for_its_window_then_switches_where_it_is_least() {
        List<Did> close = drive(KubevirtStallDriver.of(task(Consents.NONE)), 10, 500, round -> 1.2e9);
        assertThat(close.getLast().act()).isEqualTo(new Act.Limit(0.9));
        assertThat(close.getLast().seconds()).isBetween(150.0, 180.0);

        List<Did> far = drive(KubevirtStallDriver.of(task(Consents.NONE)), 10, 500, round -> 5e9);
        assertThat(far.getLast().act()).isEqualTo(new Act.Abort());

        List<Did> allowed = drive(KubevirtStallDriver.of(task(Consents.ALL_BUT_PAUSE)), 10, 500, round -> 5e9);
        assertThat(allowed.getLast().act()).isEqualTo(new Act.PostCopy());
    }

    @Test
    void proxmox_doubles_the_limit_each_time_there_is_more_to_send_for_the_sixth_time() {
        List<Did> did = drive(ProxmoxDriver.of(task(Consents.NONE)), 2, 100, round -> 5e9);

        assertThat(limits(did)).startsWith(0.1, 0.2, 0.4, 0.8);
        assertThat(did.get(1).seconds()).isBetween(10.0, 16.0);
    }

    @Test
    void all_slow_the_guest_down_only_where_that_is_allowed() {
        for (Rule rule : Rule.values()) {
            assertThat(rule.begin(task(Consents.NONE)).first()).doesNotContain(new Act.SlowDown());
        }
        assertThat(ProxmoxDriver.of(task(Consents.ALL_BUT_PAUSE)).first()).contains(new Act.SlowDown());
    }

    /** Something was done at that time. */
    private record Did(double seconds, Act act) {}

    /** A look each second, a round every so many, each beginning with so much; until it is given up or let go. */
    private static List<Did> drive(Driver first, int roundSeconds, int seconds, LongToDoubleFunction sizeOfRound) {
        List<Did> did = new ArrayList<>();
        first.first().forEach(act -> did.add(new Did(0, act)));
        Driver driver = first;
        for (int second = 1; second <= seconds && goesOn(did); second++) {
            long round = 1L + second / roundSeconds;
            double sent = (double) (second % roundSeconds) / roundSeconds;
            double remaining = sizeOfRound.applyAsDouble(round) * (roundSeconds > seconds ? 1 : 1 - sent);
            Driver.Turn turn = driver.next(new Sight(second, round, sent == 0, remaining, RATE, RATE, 0));
            driver = turn.then();
            for (Act act : turn.acts()) {
                did.add(new Did(second, act));
            }
        }
        return did;
    }

    private static boolean goesOn(List<Did> did) {
        return did.stream().noneMatch(done -> done.act() instanceof Act.Abort || done.act() instanceof Act.PostCopy);
    }

    private static List<Double> limits(List<Did> did) {
        return did.stream()
                .map(Did::act)
                .filter(Act.Limit.class::isInstance)
                .map(act -> ((Act.Limit) act).seconds())
                .toList();
    }

    private static Task task(Consents consents) {
        return new Task(new Guest(GIBIBYTES, 10, 1, Pattern.STEADY), RATE, 1, 1e6, consents);
    }
}
