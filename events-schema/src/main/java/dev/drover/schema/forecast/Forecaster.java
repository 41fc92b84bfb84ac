package dev.drover.schema.forecast;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.util.Locale;

/**
 * What a migration will be like, from what is known before it starts.
 *
 * <p>Not modelled: compression, several streams, RDMA, disks, a rate that changes on the way, a path that is shared with
 * more than the rate says. {@link Calibration} learns what these come to.
 */
public final class Forecaster {
    /** Until the first byte: the receiving QEMU is started and libvirt agrees on the terms. An assumption. */
    public static final Duration START = Duration.ofMillis(200);

    /** From the last byte until the guest runs: devices are handed over, vCPUs started. That of the simulated hosts. */
    public static final Duration HANDOVER = Duration.ofMillis(80);

    private Forecaster() {}

    /** The first of the ways that suffices, in the order in which they cost the guest more. */
    public static Forecast of(GuestMemory guest, Terms terms) {
        if (terms.rate().equals(BitsPerSecond.ZERO)) {
            Verdict stuck = new Verdict.Cannot("the path has no rate; give it one");
            return new Forecast(START, Bytes.ZERO, 0, Duration.ZERO, stuck);
        }
        Rounds usual = rounds(guest, terms, terms.downtimeLimit(), false);
        if (usual.settled()) {
            return copied(usual, new Verdict.Converges());
        }
        Rounds longer = rounds(guest, terms, terms.blackoutMost(), false);
        if (longer.settled()) {
            return copied(longer, new Verdict.WithLargerDowntime(limitFor(longer)));
        }
        return atACost(guest, terms, longer);
    }

    private static Forecast atACost(GuestMemory guest, Terms terms, Rounds stuck) {
        if (terms.autoConverge()) {
            Rounds slowed = rounds(guest, terms, terms.blackoutMost(), true);
            if (slowed.settled()) {
                return copied(slowed, new Verdict.NeedsAutoConverge(slowed.throttlePercent()));
            }
        }
        if (terms.postCopy()) {
            return followed(Rounds.first(guest, Numbers.bytesPerSecond(terms.rate())));
        }
        return copied(stuck, new Verdict.Cannot(why(terms, stuck)));
    }

    private static Rounds rounds(GuestMemory guest, Terms terms, Duration limit, boolean throttles) {
        return Rounds.run(guest, Numbers.bytesPerSecond(terms.rate()), Numbers.seconds(limit), throttles);
    }

    private static Forecast copied(Rounds rounds, Verdict verdict) {
        Duration blackout = Numbers.duration(rounds.leftSeconds()).plus(HANDOVER);
        Duration time = START.plus(Numbers.duration(rounds.seconds())).plus(blackout);
        return new Forecast(time, Numbers.bytes(rounds.linkBytesWithLast()), rounds.rounds() + 1, blackout, verdict);
    }

    /** One round, and what the guest wrote meanwhile follows it. */
    private static Forecast followed(Rounds first) {
        Duration time = START.plus(Numbers.duration(first.seconds()))
                .plus(HANDOVER)
                .plus(Numbers.duration(first.leftSeconds()));
        Bytes sent = Numbers.bytes(first.linkBytesWithLast());
        return new Forecast(time, sent, first.rounds() + 1, HANDOVER, new Verdict.NeedsPostCopy());
    }

    private static Duration limitFor(Rounds settled) {
        return Duration.ofMillis((long) Math.ceil(settled.leftSeconds() * 1000));
    }

    private static String why(Terms terms, Rounds stuck) {
        String others = terms.autoConverge() ? "" : "auto-converge or ";
        return String.format(
                Locale.ROOT,
                "after %d rounds %.0f MiB are still to be sent, a stop of %.1f s; allow that, %spost-copy, or a higher rate",
                stuck.rounds(),
                stuck.left() / (1 << 20),
                stuck.leftSeconds(),
                others);
    }
}
