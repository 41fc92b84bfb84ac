package dev.drover.scheduler.app;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import com.typesafe.config.ConfigFactory;
import dev.drover.scheduler.adapter.akka.NodeActor;
import dev.drover.scheduler.adapter.akka.ZoneActor;
import dev.drover.scheduler.adapter.kafka.Membership;
import dev.drover.scheduler.engine.Folded;
import dev.drover.scheduler.engine.ZoneOwner;
import dev.drover.scheduler.engine.ZoneStatus;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The zones that the group has given to this node, each owned by an actor on a thread of its own. What goes wrong in one
 * is not waited for by the others, nor by the group: to take a zone over is to shut its last owner out, so whoever is
 * slow to let go can't write any more.
 */
final class OwnedZones implements Membership.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnedZones.class);

    /** An owner that is well is through with its turn and its log long before. The group stands still meanwhile. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Map<ZoneId, ZoneOwner> owners = new ConcurrentHashMap<>();
    private final CompletableFuture<String> expelled = new CompletableFuture<>();
    private final ActorSystem<NodeActor.Message> actors;
    private final Assignments assignments;

    /**
     * Owns none yet. {@code table} is what was known of zones at the start and {@code read} gives it anew; {@code owner}
     * makes a zone's owner, on the zone's own thread.
     */
    OwnedZones(ZoneTable table, Supplier<ZoneTable> read, Function<ZoneLayout, ZoneOwner> owner) {
        this.actors = ActorSystem.create(
                NodeActor.create(zone -> ZoneActor.create(() -> registered(owner.apply(zone)))),
                "drover-scheduler",
                ConfigFactory.load("drover-scheduler"));
        this.assignments = new Assignments(table, read, zone -> actors.tell(new NodeActor.Own(zone)));
    }

    /** What was last committed of the zone, if it is owned here. */
    Optional<Folded> folded(ZoneId zone) {
        return Optional.ofNullable(owners.get(zone)).flatMap(ZoneOwner::folded);
    }

    /** How each stands, by name. */
    List<ZoneStatus> statuses() {
        return owners.values().stream()
                .map(ZoneOwner::status)
                .sorted(Comparator.comparing(ZoneStatus::zone))
                .toList();
    }

    /** Completes, with what to do about it, when the seat that gave the zones is lost for good. */
    CompletionStage<String> expelled() {
        return expelled;
    }

    @Override
    public void assigned(List<Integer> partitions) {
        assignments.assigned(partitions);
    }

    /** All at once, so that a node with many zones hands them over as fast as one with a few. */
    @Override
    public void revoked(List<Integer> partitions) {
        assignments.revoked(partitions).stream().map(this::release).toList().forEach(CompletableFuture::join);
    }

    @Override
    public void expelled(String why) {
        expelled.complete(why);
    }

    /** After the seat was given up. A thread that is stuck is left behind. */
    @Override
    public void close() {
        assignments.close();
        actors.terminate();
        actors.getWhenTerminated()
                .toCompletableFuture()
                .completeOnTimeout(Done.done(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private ZoneOwner registered(ZoneOwner owner) {
        owners.put(owner.status().zone(), owner);
        return owner;
    }

    private CompletableFuture<Void> release(ZoneLayout zone) {
        owners.remove(zone.zone());
        return AskPattern.<NodeActor.Message, Done>ask(
                        actors, replyTo -> new NodeActor.Release(zone, replyTo), FAREWELL, actors.scheduler())
                .handle((done, late) -> Optional.ofNullable(late))
                .toCompletableFuture()
                .thenAccept(outcome -> outcome.ifPresent(late ->
                        LOG.warn("zone {} is still being let go; its next owner shuts this one out", zone.zone())));
    }
}
