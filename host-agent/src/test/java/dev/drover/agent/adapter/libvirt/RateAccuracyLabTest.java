package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.drover.agent.port.Await;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.JobProgress;
import dev.drover.agent.port.JobResult;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.BitsPerSecond;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** How well a rate that was commanded in flight is kept, by QEMU's own count and by the bytes on the wire. */
@Tag("lab")
@Isolated("what else this module runs would be measured too")
class RateAccuracyLabTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** QEMU sends in slices of 100 ms, and what it had handed to the kernel before leaves at the old rate. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final Duration WINDOW = Duration.ofSeconds(6);
    private static final double MEBIBYTE = 1 << 20;
    private static final double SHARE = 0.05;
    private static final List<Long> COMMANDED = List.of(4L, 8L, 16L);

    private static final ExecutorService THREADS =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private static Lab lab;

    /** What is left of a full Ethernet frame of 1514 bytes after the headers of Ethernet, IP and TCP. */
    private static final double PAYLOAD = 1448.0 / 1514;

    /** All in MiB/s; {@code onWire} with headers, as links and their limits count. */
    private record Measured(double commanded, double counted, double onWire) {
        double tolerance() {
            return Math.max(SHARE * commanded, 1);
        }

        double payload() {
            return onWire * PAYLOAD;
        }

        String line() {
            return "%9.0f %8.2f %+6.1f %% %8.2f %+6.1f %% %8.2f %9.2f"
                    .formatted(commanded, counted, off(counted), payload(), off(payload()), onWire, tolerance());
        }

        private double off(double measured) {
            return (measured / commanded - 1) * 100;
        }
    }

    private record Reading(double seconds, double bytes) {
        double mebibytesPerSecondSince(Reading earlier) {
            return (bytes - earlier.bytes) / (seconds - earlier.seconds) / MEBIBYTE;
        }
    }

    @BeforeAll
    static void up() {
        lab = Lab.up(3);
    }

    @AfterAll
    static void down() {
        lab.close();
        THREADS.shutdownNow();
    }

    @Test
    void a_rate_set_in_flight_is_kept_to_five_percent_or_one_mebibyte_per_second() {
        VmId vm = lab.startGuest("h1", "big", "--memory", "320", "--dirty-rate", "0", "--arg", "verify_rate=64");
        List<Measured> all = new ArrayList<>();
        try (Hypervisor source = lab.connect("h1")) {
            CompletableFuture<JobResult> job = migration(source, vm, COMMANDED.getFirst());
            Await.until("the first MiB", SOON, () -> counted(source, vm).bytes() > MEBIBYTE);
            COMMANDED.forEach(rate -> all.add(measure(source, vm, rate)));
            source.setRate(vm, BitsPerSecond.mebibytesPerSecond(64));
            assertThat(job).succeedsWithin(SOON).isInstanceOf(JobResult.Completed.class);
        }
        print(all);
        assertThat(all).allSatisfy(measured -> {
            assertThat(measured.counted).isCloseTo(measured.commanded, within(measured.tolerance()));
            assertThat(measured.payload()).isCloseTo(measured.commanded, within(measured.tolerance()));
        });
        lab.assertIntact("big");
    }

    private static CompletableFuture<JobResult> migration(Hypervisor source, VmId vm, long rate) {
        MigrationRequest request =
                new MigrationRequest(vm, lab.settings("h2").migrationUri(), BitsPerSecond.mebibytesPerSecond(rate));
        return CompletableFuture.supplyAsync(() -> source.migrate(request), THREADS);
    }

    private static Measured measure(Hypervisor source, VmId vm, long rate) {
        source.setRate(vm, BitsPerSecond.mebibytesPerSecond(rate));
        pass(SETTLING);
        Reading counter = counted(source, vm);
        Reading wire = onWire();
        pass(WINDOW);
        return new Measured(
                rate, counted(source, vm).mebibytesPerSecondSince(counter), onWire().mebibytesPerSecondSince(wire));
    }

    private static Reading counted(Hypervisor source, VmId vm) {
        JobProgress now = Await.present("progress", SOON, () -> source.progress(vm));
        return new Reading(now.elapsed().toMillis() / 1e3, now.transferred().value());
    }

    private static Reading onWire() {
        String shown = lab.run("net", "show");
        Matcher sent = Pattern.compile("(?m)^h1> .* (\\d+) bytes").matcher(shown);
        assertThat(sent.find()).as(shown).isTrue();
        return new Reading(System.nanoTime() / 1e9, Double.parseDouble(sent.group(1)));
    }

    /** Here time itself is what is measured over, not a way to wait for something. */
    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Await.until("the end of the window", time.plusSeconds(5), () -> System.nanoTime() - end >= 0);
    }

    private static void print(List<Measured> all) {
        System.out.println("rates in MiB/s");
        System.out.println("commanded  counted     off   payload     off   on wire  may be off");
        all.forEach(measured -> System.out.println(measured.line()));
    }
}
