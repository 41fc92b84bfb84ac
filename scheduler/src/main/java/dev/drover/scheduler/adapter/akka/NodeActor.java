package dev.drover.scheduler.adapter.akka;

import akka.Done;
import akka.actor.Cancellable;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import dev.drover.schema.kafka.ZoneLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A node's guardian: keeps one {@link ZoneActor} for each zone that is this node's. An actor that ends by itself is
 * followed by another after a pause that grows; the other zones do not notice.
 */
public final class NodeActor extends AbstractBehavior<NodeActor.Message> {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** Who lived as long as this has recovered from what came before. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final int DOUBLINGS = 10;

    /** What it hears. */
    public sealed interface Message {}

    /** The zone is this node's. */
    public record Own(ZoneLayout zone) implements Message {}

    /** The zone is not this node's any more; answers when nothing more will be written for it. */
    public record Release(ZoneLayout zone, ActorRef<Done> replyTo) implements Message {}

    private record Stopped(ZoneLayout zone, ActorRef<ZoneActor.Message> actor) implements Message {}

    /** Who asked for a release, and the actors that had not ended by then: nobody else is waited for. */
    private record Departure(Set<ActorRef<ZoneActor.Message>> awaited, ActorRef<Done> replyTo) {
        boolean over() {
            return awaited.isEmpty();
        }
    }

    private record PauseOver(ZoneLayout zone) implements Message {}

    private final Function<ZoneLayout, Behavior<ZoneActor.Message>> zoneActor;
    private final Duration pause;
    private final Map<ZoneLayout, Tenure> zones = new HashMap<>();

    /** Actors that were told to stop and have not ended. */
    private final Map<ActorRef<ZoneActor.Message>, ZoneLayout> leaving = new HashMap<>();

    private final List<Departure> departures = new ArrayList<>();

    private NodeActor(
            ActorContext<Message> context,
            Function<ZoneLayout, Behavior<ZoneActor.Message>> zoneActor,
            Duration pause) {
        super(context);
        this.zoneActor = zoneActor;
        this.pause = pause;
    }

    /** {@code zoneActor} makes the actor of a zone. */
    public static Behavior<Message> create(Function<ZoneLayout, Behavior<ZoneActor.Message>> zoneActor) {
        return create(zoneActor, FIRST_PAUSE);
    }

    /** {@code pause} is waited after the first actor that ends by itself. */
    static Behavior<Message> create(Function<ZoneLayout, Behavior<ZoneActor.Message>> zoneActor, Duration pause) {
        return Behaviors.setup(context -> new NodeActor(context, zoneActor, pause));
    }

    @Override
    public Receive<Message> createReceive() {
        return newReceiveBuilder()
                .onMessage(Own.class, message -> own(message.zone()))
                .onMessage(Release.class, this::release)
                .onMessage(Stopped.class, message -> stopped(message.zone(), message.actor()))
                .onMessage(PauseOver.class, message -> pauseOver(message.zone()))
                .build();
    }

    /** One that is still leaving is not waited for, however long it takes: the next shuts it out, as on another node. */
    private Behavior<Message> own(ZoneLayout zone) {
        if (!zones.containsKey(zone)) {
            begin(zone, 0);
        }
        return this;
    }

    private void begin(ZoneLayout zone, int failures) {
        ActorRef<ZoneActor.Message> actor = getContext()
                .spawnAnonymous(
                        Contained.of(() -> zoneActor.apply(zone)), DispatcherSelector.fromConfig(ZoneActor.DISPATCHER));
        getContext().watchWith(actor, new Stopped(zone, actor));
        zones.put(zone, new Tenure.Running(actor, failures, System.nanoTime()));
    }

    private Behavior<Message> release(Release message) {
        ZoneLayout zone = message.zone();
        running(zone).ifPresent(running -> {
            running.actor().tell(ZoneActor.Stop.NOW);
            leaving.put(running.actor(), zone);
        });
        if (zones.remove(zone) instanceof Tenure.Pausing pausing) {
            pausing.end().cancel();
        }
        departures.add(new Departure(leaving(zone), message.replyTo()));
        answer();
        return this;
    }

    private Behavior<Message> stopped(ZoneLayout zone, ActorRef<ZoneActor.Message> actor) {
        if (leaving.remove(actor) == null) {
            running(zone).ifPresent(failed -> pause(zone, failed));
        }
        departures.forEach(departure -> departure.awaited().remove(actor));
        answer();
        return this;
    }

    private Set<ActorRef<ZoneActor.Message>> leaving(ZoneLayout zone) {
        return leaving.entrySet().stream()
                .filter(one -> one.getValue().equals(zone))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void answer() {
        departures.stream().filter(Departure::over).forEach(one -> one.replyTo().tell(Done.done()));
        departures.removeIf(Departure::over);
    }

    private void pause(ZoneLayout zone, Tenure.Running failed) {
        boolean recovered = System.nanoTime() - failed.sinceNanos() > LONGEST_PAUSE.toNanos();
        int failures = recovered ? 1 : failed.failures() + 1;
        Duration grown = pause.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        Duration wait = grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
        getContext()
                .getLog()
                .error(
                        "zone {} has stopped by itself, {} time(s) in a row; it is begun anew in {} ms, other zones"
                                + " go on",
                        zone.zone(),
                        failures,
                        wait.toMillis());
        Cancellable end = getContext().scheduleOnce(wait, getContext().getSelf(), new PauseOver(zone));
        zones.put(zone, new Tenure.Pausing(end, failures));
    }

    private Behavior<Message> pauseOver(ZoneLayout zone) {
        if (zones.get(zone) instanceof Tenure.Pausing pausing) {
            begin(zone, pausing.failures());
        }
        return this;
    }

    private Optional<Tenure.Running> running(ZoneLayout zone) {
        return zones.get(zone) instanceof Tenure.Running running ? Optional.of(running) : Optional.empty();
    }
}
