package dev.drover.agent.engine;

import java.util.function.Consumer;
import java.util.function.Function;

/** Sets the parts of one agent to work, each on its own. A part that fails takes the agent with it. */
public interface Crew {
    /** One that never waits; gives its letter box. */
    <M> Consumer<M> employ(String name, Function<Post<M>, Part<M>> part);

    /** One that may wait for a disk. */
    <M> Consumer<M> employPatient(String name, Function<Post<M>, Part<M>> part);
}
