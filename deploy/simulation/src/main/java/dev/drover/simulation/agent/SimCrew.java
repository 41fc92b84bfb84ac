package dev.drover.simulation.agent;

import dev.drover.agent.engine.Crew;
import dev.drover.agent.engine.Part;
import dev.drover.agent.engine.Post;
import dev.drover.simulation.time.Chance;
import dev.drover.simulation.time.Machine;
import dev.drover.simulation.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The parts of one life of an agent. What is written is on the disk at once, and that it is there is heard a while later, in
 * order: whoever dies in between has written what he never did.
 */
final class SimCrew implements Crew {
    private final Machine machine;
    private final VirtualTime time;
    private final Chance chance;
    private final SortedMap<String, SimPost<?>> posts = new TreeMap<>();
    private Instant written = Instant.MIN;

    SimCrew(Machine machine, VirtualTime time, Chance chance) {
        this.machine = machine;
        this.time = time;
        this.chance = chance;
    }

    @Override
    public <M> Consumer<M> employ(String name, Function<Post<M>, Part<M>> part) {
        SimPost<M> post = new SimPost<>(machine, message -> Duration.ZERO, message -> {});
        posts.put(name, post);
        return begun(post, part);
    }

    @Override
    public <M> Consumer<M> employPatient(String name, Function<Post<M>, Part<M>> part) {
        return begun(new SimPost<>(machine, message -> Duration.ZERO, message -> {}), part);
    }

    private static <M> Consumer<M> begun(SimPost<M> post, Function<Post<M>, Part<M>> part) {
        return post.of(part.apply(post))::tell;
    }

    /** Whether nobody has anything to do but this one, and all is written. */
    boolean isIdleBut(String name) {
        posts.values().removeIf(SimPost::isOver);
        return posts.keySet().equals(Set.of(name)) && !written.isAfter(time.now());
    }

    /** How long what is being written takes until whoever waits for it hears so. */
    Duration write() {
        Instant now = time.now();
        Instant soonest = now.plus(chance.millis(1, 15));
        written = soonest.isAfter(written) ? soonest : written;
        return Duration.between(now, written);
    }
}
