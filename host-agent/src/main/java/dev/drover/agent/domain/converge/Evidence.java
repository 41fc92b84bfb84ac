package dev.drover.agent.domain.converge;

import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.time.Instant;

/**
 * What is seen of a migration that copies.
 *
 * @param round over the guest's memory, from 1
 * @param remaining memory still to be sent in this round; at its beginning, all that was dirtied during the one before
 * @param rate at which memory got across lately
 * @param dirtyRate at which memory came to differ during the round before
 * @param throttlePercent of its time that the guest is denied
 * @param pathHealthy nothing has been lost on the path lately: it can be trusted with a guest in two halves
 */
public record Evidence(
        Instant at,
        long round,
        Bytes remaining,
        BitsPerSecond rate,
        BitsPerSecond dirtyRate,
        int throttlePercent,
        boolean pathHealthy) {}
