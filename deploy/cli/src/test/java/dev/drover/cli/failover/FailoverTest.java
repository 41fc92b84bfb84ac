package dev.drover.cli.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.cli.process.Node;
import dev.drover.cli.process.Report;
import dev.drover.cli.process.Until;
import dev.drover.schema.id.ZoneId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Owners of a zone die under load, one after the other. What must hold is checked; how long it takes is only measured.
 * {@code -Ddrover.failover.rounds} is how many of them crash, {@code -Ddrover.failover.seed} asks the same questions again.
 */
@Isolated("it measures")
class FailoverTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofMinutes(5);
    private static final int ROUNDS = Integer.getInteger("drover.failover.rounds", 10);
    private static final long SEED = Long.getLong("drover.failover.seed", System.currentTimeMillis());
    private static final int BY_SIGTERM = 128 + 15;
    private static final String SHUT_OUT = "another owner has taken over";

    private final Figures figures = new Figures();
    private final Ledger ledger = new Ledger();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void nothingIsLostOrDoneTwiceWhenOwnersAreKilledFrozenAndStoppedUnderLoad() throws Exception {
        System.out.println("failover: " + ROUNDS + " rounds, -Ddrover.failover.seed=" + SEED);
        try (Installation drover = new Installation(folder, new ZoneId("failover"));
                Witness witness = new Witness(drover.bootstrap())) {
            long epochs;
            try (Load load = new Load(drover.bootstrap(), drover.layout(), witness, ledger, SEED)) {
                for (int round = 0; round < ROUNDS; round++) {
                    for (Trouble trouble : Trouble.of(round)) {
                        play(trouble, drover, witness);
                    }
                }
                epochs = witness.owner().orElseThrow().epoch();
            }
            new Rest(drover.bootstrap(), witness, ledger).await(REST);
            Evidence evidence = Evidence.of(drover.bootstrap());
            List<String> complaints =
                    Promises.complaints(ledger, Installation.HOSTS * Installation.GUESTS_PER_HOST, evidence);
            long shutOut = drover.schedulers().stream()
                    .mapToLong(node -> node.said(SHUT_OUT))
                    .sum();
            report(epochs, shutOut, evidence);
            assertThat(complaints).isEmpty();
            assertThat(shutOut)
                    .as("owners that were thawed, went on, and were refused")
                    .isPositive();
        }
    }

    private void play(Trouble trouble, Installation drover, Witness witness) {
        Witness.Ownership before = Until.found("an owner", PATIENCE, witness::owner);
        Until.found("an answer", PATIENCE, () -> witness.firstAnswerSince(before.epoch()));
        Node owner = drover.scheduler(before.node());
        long struck = System.nanoTime();
        strike(trouble, owner);
        Witness.Ownership after = Until.found("a takeover", PATIENCE, () -> witness.owner(before.epoch() + 1));
        long answer = Until.found("an answer", PATIENCE, () -> witness.firstAnswerSince(after.epoch()));
        assertThat(after.node()).isNotEqualTo(before.node());
        figures.add(trouble, Duration.ofNanos(after.nanos() - struck), Duration.ofNanos(answer - struck));
        restore(trouble, owner);
        drover.awaitSeats();
    }

    private static void strike(Trouble trouble, Node owner) {
        switch (trouble) {
            case KILLED -> owner.kill();
            case FROZEN -> owner.freeze();
            case STOPPED -> owner.askToEnd();
        }
    }

    private static void restore(Trouble trouble, Node owner) {
        switch (trouble) {
            case KILLED -> owner.begin();
            case FROZEN -> owner.thaw();
            case STOPPED -> {
                assertThat(owner.awaitEnd()).isEqualTo(OptionalInt.of(BY_SIGTERM));
                owner.begin();
            }
        }
    }

    private void report(long epochs, long shutOut, Evidence evidence) {
        String report = """

                From the signal to what the next owner wrote, as a reader of the topic sees it.

                %s
                %d crashes under load (seed %d), %d owners in all; %d times an owner that was thawed went on, and was refused.
                %d intents, %d of them accepted, %d malformed inputs, %d migrations that succeeded, %d events, %d commands.
                """.formatted(
                        figures.table(),
                        ROUNDS,
                        SEED,
                        epochs,
                        shutOut,
                        ledger.intents().size(),
                        evidence.count("event.intent-accepted"),
                        ledger.malformed().size(),
                        evidence.count("event.migration-succeeded"),
                        evidence.events().size(),
                        evidence.commands().size());
        Report.write("failover", "The owner of a zone dies", report);
    }
}
