package dev.drover.agent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.deploy.process.ChildFailedException;
import dev.drover.deploy.process.ChildJvm;
import dev.drover.deploy.process.JvmCommand;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One agent a journal, whatever process it is in: a lock that holds within one JVM may still be none between two. */
class JournalLockTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void a_second_process_is_refused_while_the_first_one_holds_the_journal(@TempDir Path folder) {
        Path journal = folder.resolve("journal");
        try (FileJournal held = FileJournal.open(journal);
                ChildJvm second = second(folder, journal)) {
            assertThatThrownBy(() -> second.awaitReady(LIMIT))
                    .isInstanceOf(ChildFailedException.class)
                    .hasMessageContaining("another agent");
            assertThat(held.recovered()).isEmpty();
        }
        try (ChildJvm later = second(folder, journal)) {
            assertThat(later.awaitReady(LIMIT)).isEqualTo("journal");
        }
    }

    private static ChildJvm second(Path folder, Path journal) {
        return ChildJvm.start(JvmCommand.of(OpensJournal.class, journal.toString()), folder.resolve("second.log"));
    }

    /** The other process. */
    public static final class OpensJournal {
        private OpensJournal() {}

        /** Opens the journal of the folder that it is given. */
        public static void main(String[] args) {
            try (FileJournal opened = FileJournal.open(Path.of(args[0]))) {
                assertThat(opened.recovered()).isEmpty();
                System.out.println("READY journal");
            }
        }
    }
}
