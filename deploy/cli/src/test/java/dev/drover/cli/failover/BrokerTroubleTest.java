package dev.drover.cli.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.cli.process.Node;
import dev.drover.cli.process.Report;
import dev.drover.cli.process.Until;
import dev.drover.schema.id.ZoneId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/** The broker goes away under load and comes back: nobody has to do anything, nothing is lost, and logs stay short. */
@Execution(ExecutionMode.SAME_THREAD)
@Isolated("its processes need the whole machine to be as quick as they are in life")
class BrokerTroubleTest {
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration REST = Duration.ofMinutes(5);
    private static final long SEED = Long.getLong("drover.failover.seed", System.currentTimeMillis());

    private static final int MOST_LINES = 15;
    private static final String TINY_RECORDS =
            "topic drover.events: max.message.bytes is 100, so large records would be"
                    + " refused; set it to 655360 or more";

    private final Ledger ledger = new Ledger();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void aBrokerThatIsKilledAndStartedAgainOnItsData() throws Exception {
        survive(
                "killed",
                drover -> drover.kafka().kill(),
                drover -> drover.kafka().restart(),
                "does not answer",
                "answers again after");
    }

    @Test
    void aBrokerThatIsFrozen() throws Exception {
        survive(
                "frozen",
                drover -> Node.signal(drover.kafka().pid(), "STOP"),
                drover -> Node.signal(drover.kafka().pid(), "CONT"),
                "does not answer",
                "answers again after");
    }

    @Test
    void aBrokerThatIsSlow() throws Exception {
        try (Installation drover = new Installation(folder, new ZoneId("failover"));
                Witness witness = new Witness(drover.bootstrap())) {
            try (Load load = new Load(drover.bootstrap(), drover.layout(), witness, ledger, SEED);
                    Stutter slow = new Stutter(drover.kafka().pid())) {
                long began = System.nanoTime();
                while (System.nanoTime() - began < OUTAGE.toNanos()) {
                    awaitAnswers(witness);
                }
                assertThat(drover.schedulers().stream()
                                .mapToLong(node -> node.said("Kafka is slow"))
                                .sum())
                        .as("who says that Kafka is slow")
                        .isPositive();
            }
            check(drover, witness);
        }
    }

    @Test
    void aTopicThatTakesOnlyTinyRecordsUntilItsSettingIsMended() throws Exception {
        survive(
                "told to take tiny records only",
                drover -> {
                    Settings.set(drover.bootstrap(), "drover.events", "max.message.bytes", "100");
                    refuseToStart(drover);
                },
                drover -> Settings.set(drover.bootstrap(), "drover.events", "max.message.bytes", "1048588"),
                TINY_RECORDS,
                "all topics are as they must be again");
    }

    /** Running zones wait for the cure; a process that begins says what it is, and ends. */
    private void refuseToStart(Installation drover) {
        try (Node late = drover.startScheduler("node-3")) {
            assertThat(late.awaitEnd()).isEqualTo(OptionalInt.of(1));
            assertThat(late.said("drover-scheduler: " + TINY_RECORDS)).isEqualTo(1);
        }
    }

    private interface Act {
        void on(Installation drover);
    }

    private void survive(String what, Act begin, Act end, String complaint, String relief) throws Exception {
        System.out.println("a broker is " + what + ", -Ddrover.failover.seed=" + SEED);
        try (Installation drover = new Installation(folder, new ZoneId("failover"));
                Witness witness = new Witness(drover.bootstrap())) {
            Duration recovery;
            List<Integer> lengths =
                    drover.schedulers().stream().map(node -> lines(node).size()).toList();
            try (Load load = new Load(drover.bootstrap(), drover.layout(), witness, ledger, SEED)) {
                awaitAnswers(witness);
                begin.on(drover);
                pass(OUTAGE);
                end.on(drover);
                long back = System.nanoTime();
                awaitAnswers(witness);
                recovery = Duration.ofNanos(System.nanoTime() - back);
            }
            check(drover, witness);
            for (int i = 0; i < lengths.size(); i++) {
                List<String> all = lines(drover.schedulers().get(i));
                saidOnce(all.subList(lengths.get(i), all.size()), complaint, relief);
            }
            Report.write(
                    "broker-" + what.replaceAll("\\W+", "-"),
                    "The broker is " + what + ", and back after " + OUTAGE.toSeconds() + " s",
                    "%nUnder load, all that was asked meanwhile is answered %.1f s after that (seed %d).%n"
                            .formatted(recovery.toMillis() / 1000.0, SEED));
        }
    }

    /** Nothing is lost, nothing was done twice, and everybody is there. */
    private void check(Installation drover, Witness witness) throws Exception {
        new Rest(drover.bootstrap(), witness, ledger).await(REST);
        assertThat(Promises.complaints(
                        ledger, Installation.HOSTS * Installation.GUESTS_PER_HOST, Evidence.of(drover.bootstrap())))
                .isEmpty();
        assertThat(drover.fleet().isAlive()).isTrue();
        assertThat(drover.schedulers()).allMatch(Node::isAlive);
    }

    /** All that was asked so far is answered. */
    private void awaitAnswers(Witness witness) {
        Set<String> asked = ledger.intents();
        Until.holds("answers", PATIENCE, () -> witness.hasAnswered(asked));
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (end - System.nanoTime() > 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** Besides, a zone may be taken over anew, which is some lines more. */
    private static void saidOnce(List<String> log, String complaint, String relief) {
        assertThat(log).filteredOn(line -> line.contains(complaint)).hasSize(1);
        assertThat(log).filteredOn(line -> line.contains(relief)).hasSize(1);
        assertThat(log).hasSizeLessThan(MOST_LINES);
    }

    private static List<String> lines(Node node) {
        try {
            return Files.readAllLines(node.log());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
