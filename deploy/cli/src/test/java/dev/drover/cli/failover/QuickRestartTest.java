package dev.drover.cli.failover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.cli.process.Node;
import dev.drover.cli.process.Until;
import dev.drover.schema.id.ZoneId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A scheduler that crashes and is back before its session ends gets its zones back; nobody else is bothered. */
@Isolated("its processes need the whole machine to be as quick as they are in life")
class QuickRestartTest {
    /** Longer than any restart takes, on any machine. */
    private static final Duration SESSION = Duration.ofSeconds(40);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofMinutes(5);
    private static final long SEED = Long.getLong("drover.failover.seed", System.currentTimeMillis());

    private final Ledger ledger = new Ledger();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void anOwnerThatIsKilledAndBegunAgainIsItsOwnNextOwner() throws Exception {
        System.out.println("quick restart: -Ddrover.failover.seed=" + SEED);
        try (Installation drover = new Installation(folder, new ZoneId("failover"), SESSION);
                Witness witness = new Witness(drover.bootstrap())) {
            try (Load load = new Load(drover.bootstrap(), drover.layout(), witness, ledger, SEED)) {
                for (int restart = 0; restart < 2; restart++) {
                    Witness.Ownership before = Until.found("an owner", PATIENCE, witness::owner);
                    Node owner = drover.scheduler(before.node());
                    owner.kill();
                    owner.begin();
                    Witness.Ownership after =
                            Until.found("its return", PATIENCE, () -> witness.owner(before.epoch() + 1));
                    assertThat(after.node()).isEqualTo(before.node());
                    Until.found("an answer", PATIENCE, () -> witness.firstAnswerSince(after.epoch()));
                }
            }
            new Rest(drover.bootstrap(), witness, ledger).await(REST);
            assertThat(Promises.complaints(
                            ledger, Installation.HOSTS * Installation.GUESTS_PER_HOST, Evidence.of(drover.bootstrap())))
                    .isEmpty();
        }
    }
}
