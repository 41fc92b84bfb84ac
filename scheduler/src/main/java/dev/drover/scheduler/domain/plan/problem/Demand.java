package dev.drover.scheduler.domain.plan.problem;

import dev.drover.schema.id.InvalidValueException;

/** What a vm takes of a host, or what a host has for vms. */
public record Demand(long memoryMiB, long cpus) {
    /** Nothing at all. */
    public static final Demand NONE = new Demand(0, 0);

    /** Validates; throws {@link InvalidValueException}. */
    public Demand {
        if (memoryMiB < 0 || cpus < 0) {
            throw new InvalidValueException("demand", "is below zero: " + memoryMiB + " MiB, " + cpus + " cpus");
        }
    }

    /** Both together. */
    public Demand plus(Demand other) {
        return new Demand(memoryMiB + other.memoryMiB, cpus + other.cpus);
    }

    /** {@code 4096 MiB and 2 cpus}. */
    @Override
    public String toString() {
        return memoryMiB + " MiB and " + cpus + " cpus";
    }

    /** Whether this is no more than {@code room}, of memory and of cpus. */
    public boolean fitsIn(Demand room) {
        return memoryMiB <= room.memoryMiB && cpus <= room.cpus;
    }
}
