package dev.drover.scheduler.engine;

import dev.drover.scheduler.domain.plan.PlanProposal;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.state.ZoneState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans beside the loop, one state at a time. A state that comes while it is busy is passed over: the loop offers the
 * next one soon, and a plan for a state of then would be older still.
 */
public final class PlanningWorker implements Proposals {
    private static final Logger LOG = LoggerFactory.getLogger(PlanningWorker.class);

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Planner planner;
    private final Executor executor;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final ConcurrentLinkedQueue<PlanProposal> ready = new ConcurrentLinkedQueue<>();
    private long lastEvents = -1;
    private Instant lastAt = Instant.EPOCH;

    /** Thinks on {@code executor}. */
    public PlanningWorker(Planner planner, Executor executor) {
        this.planner = planner;
        this.executor = executor;
    }

    /** A state of before is looked at again after a while: a window may have opened, or its plan was not taken. */
    @Override
    public void consider(ZoneState state, Instant now) {
        boolean sameAsBefore = state.events() == lastEvents && now.isBefore(lastAt.plus(AGAIN));
        boolean nothingToDo = state.intents().tasks().isEmpty();
        if (!nothingToDo && !sameAsBefore && busy.compareAndSet(false, true)) {
            lastEvents = state.events();
            lastAt = now;
            executor.execute(() -> think(state, now));
        }
    }

    @Override
    public List<PlanProposal> take() {
        List<PlanProposal> taken = new ArrayList<>();
        for (PlanProposal next = ready.poll(); next != null; next = ready.poll()) {
            taken.add(next);
        }
        return taken;
    }

    private void think(ZoneState state, Instant now) {
        try {
            planner.propose(state, now).ifPresent(ready::add);
        } catch (RuntimeException mistake) { // of ours: no plan is worse than a zone that stops
            LOG.error("zone {} could not be planned for", state.zone(), mistake);
        } finally {
            busy.set(false);
        }
    }
}
