package dev.drover.agent.adapter.akka;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import dev.drover.agent.domain.AgentState;
import dev.drover.agent.engine.Agent;
import dev.drover.agent.engine.Calls;
import dev.drover.agent.engine.Crew;
import dev.drover.agent.engine.HostMessage;
import dev.drover.agent.engine.Outside;
import dev.drover.agent.engine.Part;
import dev.drover.agent.engine.Post;
import dev.drover.agent.port.Hypervisor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One host's agent as an actor, with one below it for its journal, one for its inventory and one for each migration. It
 * stops, and leaves migrations to themselves, when any of them fails: the next life knows what the journal says and
 * observes the rest.
 */
public final class HostActor {
    private HostActor() {}

    /**
     * An agent in the life that {@code state} says.
     *
     * @param outside is given the calls that the agent is to use
     * @param whenAdopted see {@link Agent}
     */
    public static Behavior<HostMessage> create(
            Hypervisor hypervisor, Function<Calls, Outside> outside, AgentState state, Runnable whenAdopted) {
        return PartActor.of((context, post) -> {
            Calls calls = new HypervisorCalls(hypervisor, context.getSystem());
            return new Agent(post, new Children(context), outside.apply(calls), state, whenAdopted);
        });
    }

    private record Children(ActorContext<?> context) implements Crew {
        private static final DispatcherSelector WHO_NEVER_WAIT = DispatcherSelector.defaultDispatcher();
        private static final DispatcherSelector WHO_WAIT_FOR_A_DISK =
                DispatcherSelector.fromConfig("drover-agent.journal-dispatcher");

        @Override
        public <M> Consumer<M> employ(String name, Function<Post<M>, Part<M>> part) {
            return spawn(name, part, WHO_NEVER_WAIT);
        }

        @Override
        public <M> Consumer<M> employPatient(String name, Function<Post<M>, Part<M>> part) {
            return spawn(name, part, WHO_WAIT_FOR_A_DISK);
        }

        private <M> Consumer<M> spawn(String name, Function<Post<M>, Part<M>> part, DispatcherSelector threads) {
            ActorRef<M> child = context.spawn(PartActor.of(part), name, threads);
            context.watch(child);
            return child::tell;
        }
    }
}
