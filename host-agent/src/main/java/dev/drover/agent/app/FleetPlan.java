package dev.drover.agent.app;

import dev.drover.agent.adapter.simulated.SimulatedGuest;
import dev.drover.agent.adapter.simulated.SimulatedHost;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A simulated fleet, the same for the same numbers: hosts {@code h1, h2, …} of equal size with guests
 * {@code vm-1, vm-2, …} of 2 to 16 GiB, most of them quiet, some busy. Any one host's guests fit onto the others.
 */
record FleetPlan(List<SimulatedHost> hosts, List<List<SimulatedGuest>> guests) {
    private static final int LEAST_GIB = 2;
    private static final int MOST_GIB = 16;

    /**
     * How a guest writes to its memory.
     *
     * @param hotPercent the part of its memory it writes to
     * @param leastPermille of what a network card can send it writes at least
     * @param mostPermille and at most
     */
    private record Temper(int hotPercent, int leastPermille, int mostPermille) {
        static final Temper IDLE = new Temper(2, 0, 10);
        static final Temper USUAL = new Temper(10, 20, 100);
        static final Temper BUSY = new Temper(25, 150, 400);

        static Temper any(Random random) {
            int dice = random.nextInt(10);
            return dice < 3 ? IDLE : dice < 8 ? USUAL : BUSY;
        }
    }

    /** {@code hosts} is at least 2. */
    static FleetPlan of(int hosts, int guestsPerHost, long seed, BitsPerSecond nic) {
        Random random = new Random(seed);
        List<List<SimulatedGuest>> guests = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            List<SimulatedGuest> here = new ArrayList<>();
            for (int i = 1; i <= guestsPerHost; i++) {
                here.add(guest(host * guestsPerHost + i, random, nic));
            }
            guests.add(List.copyOf(here));
        }
        Bytes memory = roomFor(guests, hosts);
        List<SimulatedHost> all = new ArrayList<>();
        for (int number = 1; number <= hosts; number++) {
            all.add(host(number, memory, nic));
        }
        return new FleetPlan(List.copyOf(all), List.copyOf(guests));
    }

    private static SimulatedHost host(int number, Bytes memory, BitsPerSecond nic) {
        HostId id = new HostId("h" + number);
        return new SimulatedHost(id, memory, nic, new MigrationUri("sim://" + id));
    }

    private static SimulatedGuest guest(int number, Random random, BitsPerSecond nic) {
        Bytes memory = Bytes.gibibytes(LEAST_GIB + random.nextInt(MOST_GIB - LEAST_GIB + 1));
        Temper temper = Temper.any(random);
        int permille = temper.leastPermille() + random.nextInt(temper.mostPermille() - temper.leastPermille() + 1);
        return new SimulatedGuest(
                VmId.of("6f1b2c3d-0000-4000-8000-%012d".formatted(number)),
                new VmName("vm-" + number),
                memory,
                new Bytes(memory.value() / 100 * temper.hotPercent()),
                new BitsPerSecond(nic.value() / 1000 * permille));
    }

    /** The fullest host's guests, a share of another such host's, and one guest more than that may need. */
    private static Bytes roomFor(List<List<SimulatedGuest>> guests, int hosts) {
        long fullest = guests.stream()
                .mapToLong(here ->
                        here.stream().mapToLong(guest -> guest.memory().value()).sum())
                .max()
                .orElse(0);
        long needed = fullest + Math.ceilDiv(fullest, hosts - 1L);
        return Bytes.gibibytes(Math.ceilDiv(needed, Bytes.gibibytes(1).value()) + MOST_GIB);
    }
}
