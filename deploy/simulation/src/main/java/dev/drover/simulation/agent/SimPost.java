package dev.drover.simulation.agent;

import dev.drover.agent.engine.Part;
import dev.drover.agent.engine.Post;
import dev.drover.simulation.time.Machine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The letter box of one part, in virtual time. It dies with its machine's present life. */
final class SimPost<M> implements Post<M> {
    private final Machine machine;
    private final Function<M, Duration> delay;
    private final Consumer<M> witness;
    private final Map<String, Integer> alarms = new HashMap<>();
    private Part<M> part = message -> true;
    private boolean over;
    private int set;

    /**
     * An empty one.
     *
     * @param delay says how long a message takes
     * @param witness sees each message just before the part does
     */
    SimPost(Machine machine, Function<M, Duration> delay, Consumer<M> witness) {
        this.machine = machine;
        this.delay = delay;
        this.witness = witness;
    }

    /** Whether its part has taken its last message. */
    boolean isOver() {
        return over;
    }

    SimPost<M> of(Part<M> owner) {
        part = owner;
        return this;
    }

    @Override
    public void tell(M message) {
        machine.in(delay.apply(message), () -> deliver(message));
    }

    @Override
    public void wake(String alarm, M message, Duration wait) {
        int mine = ++set;
        alarms.put(alarm, mine);
        machine.in(wait, () -> {
            if (alarms.remove(alarm, mine)) {
                deliver(message);
            }
        });
    }

    @Override
    public void sleep() {
        alarms.clear();
    }

    private void deliver(M message) {
        if (!over) {
            witness.accept(message);
            over = !part.on(message);
        }
    }
}
