package dev.drover.scheduler.adapter.http;

import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.scheduler.engine.Folded;
import dev.drover.schema.id.ZoneId;
import java.time.Instant;

/**
 * A zone in some figures.
 *
 * @param epoch of its ownership
 * @param at its time: when it last heard anything
 * @param events how many events its log holds up to this state
 * @param position up to where in its log this is what follows
 * @param frozen whether somebody has stopped new migrations
 * @param intents that have not ended
 * @param migrations that have not ended
 */
public record ZoneSummary(
        ZoneId zone,
        long epoch,
        Instant at,
        long events,
        long position,
        boolean frozen,
        int hosts,
        int vms,
        int intents,
        int migrations) {
    static ZoneSummary of(Folded folded) {
        ZoneState state = folded.state();
        return new ZoneSummary(
                state.zone(),
                state.epoch().value(),
                state.time(),
                state.events(),
                folded.position().value(),
                state.rules().frozenBy().isPresent(),
                state.inventory().hosts().size(),
                state.inventory().hosts().values().stream()
                        .mapToInt(host -> host.vms().size())
                        .sum(),
                state.intents().open().size(),
                state.migrations().active().size());
    }
}
