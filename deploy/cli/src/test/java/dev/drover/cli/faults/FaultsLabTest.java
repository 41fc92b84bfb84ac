package dev.drover.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.cli.process.Report;
import dev.drover.schema.id.HostId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Every fault once, or {@code -Ddrover.faults.rounds} times, on real guests and real processes: the guest itself is
 * asked whether it is well.
 */
@Tag("lab")
@Isolated("its processes and guests need the whole machine")
class FaultsLabTest {
    private static final int PAIRS = 6;
    private static final int ROUNDS = Integer.getInteger("drover.faults.rounds", 1);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static final Tally TALLY = new Tally();
    private static String memory = "";
    private static Optional<LabFleet> fleet = Optional.empty();
    private static final BlockingQueue<Pair> FREE = new LinkedBlockingQueue<>();
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(PAIRS);

    private record Pair(HostId source, HostId destination) {}

    @BeforeAll
    static void up() {
        fleet = Optional.of(new LabFleet(folder, 2 * PAIRS));
        List<Long> idle = fleet.orElseThrow().footprints().stream().sorted().toList();
        memory = "\nIdle, %d of them: %d MiB in the middle, %d MiB at most.\n"
                .formatted(idle.size(), idle.get(idle.size() / 2), idle.getLast());
        IntStream.range(0, PAIRS)
                .mapToObj(pair -> new Pair(new HostId("h" + (2 * pair + 1)), new HostId("h" + (2 * pair + 2))))
                .forEach(FREE::add);
    }

    @AfterAll
    static void down() {
        THREADS.shutdownNow();
        fleet.ifPresent(LabFleet::close);
        Report.write("agents-memory", "What an agent holds in memory on real libvirt", memory);
        Report.write("faults", "Something breaks while a real guest is moved", TALLY.table());
    }

    @TestFactory
    Stream<DynamicTest> everyGuestSurvives() {
        Map<String, CompletableFuture<List<String>>> cases = new LinkedHashMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (Fault fault : Fault.values()) {
                String name = fault.words().replace(' ', '-') + "-" + round;
                String guest = "guest-" + fault.ordinal() + "-" + round;
                cases.put(name, CompletableFuture.supplyAsync(() -> play(fault, guest), THREADS));
            }
        }
        return cases.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(), () -> assertThat(one.getValue().get()).isEmpty()));
    }

    private static List<String> play(Fault fault, String guest) {
        Instant begun = Instant.now();
        Pair pair = FREE.remove();
        try (Scene scene =
                new Scene(fleet.orElseThrow(), pair.source(), pair.destination(), guest, fault.diskMebibytes())) {
            List<String> complaints = fault.play(scene);
            if (complaints.isEmpty()) {
                TALLY.add(fault, Duration.between(begun, Instant.now()));
            }
            return complaints;
        } finally {
            FREE.add(pair);
        }
    }
}
