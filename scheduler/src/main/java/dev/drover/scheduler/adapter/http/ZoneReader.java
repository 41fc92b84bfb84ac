package dev.drover.scheduler.adapter.http;

import dev.drover.scheduler.engine.Answer;
import dev.drover.scheduler.engine.Folded;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The zones as a node sees them. Safe for many threads. What has to ask Kafka throws
 * {@link dev.drover.scheduler.engine.ZoneLogException} when it does not answer.
 */
public interface ZoneReader {
    /** This node. */
    NodeId node();

    /** The zones there are by now. */
    ZoneTable table();

    /** What {@code question} makes of the zone, or who knows. */
    <T> Answer<T> ask(ZoneLayout zone, Function<Folded, T> question);

    /** The zone as it was at that time. Any node reads it in the log. */
    Folded at(ZoneLayout zone, Instant time);

    /** Where another node can be asked, if it ever said so. */
    Optional<URI> address(NodeId node);
}
