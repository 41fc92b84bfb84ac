package dev.drover.scheduler.engine;

import dev.drover.schema.id.NodeId;
import java.util.List;

/** What a node says when it is asked about a zone. */
public sealed interface Answer<T> {
    /** It knows: as owner what was last committed, as standby what was a little earlier. */
    record Here<T>(T value) implements Answer<T> {}

    /**
     * Other nodes know: ask them.
     *
     * @param nodes its owner first, then those that stand by for it
     */
    record Elsewhere<T>(List<NodeId> nodes) implements Answer<T> {
        /** Copies the list. */
        public Elsewhere {
            nodes = List.copyOf(nodes);
        }
    }

    /** Nobody seems to own it at this moment; ask again soon. */
    record Nobody<T>() implements Answer<T> {}
}
