package dev.drover.agent.adapter.simulated.physics;

import java.time.Duration;

/**
 * What a migration was told of how to go.
 *
 * @param downtimeLimit for how long its last pass may stop the guest
 * @param slowsDown whether the guest is slowed down while it writes faster than its memory is sent
 * @param wireShare the part of an amount of memory that has to be sent, after compression
 */
public record Conduct(Duration downtimeLimit, boolean slowsDown, double wireShare) {
    /** QEMU's. */
    public static final Conduct USUAL = new Conduct(Duration.ofMillis(300), false, 1);

    Conduct within(Duration limit) {
        return new Conduct(limit, slowsDown, wireShare);
    }
}
