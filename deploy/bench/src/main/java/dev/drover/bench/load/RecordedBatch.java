package dev.drover.bench.load;

import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.engine.Batch;
import dev.drover.schema.message.InboxMessage;
import java.time.Instant;
import java.util.List;

/**
 * One turn of the engine as it was recorded.
 *
 * @param at the time of the turn
 * @param inputs what stood in the inbox
 * @param plans what the planner had come up with before it
 * @param written what the engine answered
 */
public record RecordedBatch(Instant at, List<InboxMessage> inputs, List<PlanProposal> plans, Batch written) {
    /** Copies the lists. */
    public RecordedBatch {
        inputs = List.copyOf(inputs);
        plans = List.copyOf(plans);
    }
}
