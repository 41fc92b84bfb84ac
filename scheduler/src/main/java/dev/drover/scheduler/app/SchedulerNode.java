package dev.drover.scheduler.app;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AskPattern;
import com.typesafe.config.ConfigFactory;
import dev.drover.scheduler.adapter.akka.NodeActor;
import dev.drover.scheduler.adapter.akka.ZoneActor;
import dev.drover.scheduler.adapter.http.ZoneReader;
import dev.drover.scheduler.adapter.http.ZoneService;
import dev.drover.scheduler.adapter.kafka.BrokerCheck;
import dev.drover.scheduler.adapter.kafka.Enrolment;
import dev.drover.scheduler.adapter.kafka.KafkaWatch;
import dev.drover.scheduler.adapter.kafka.KafkaZoneLog;
import dev.drover.scheduler.adapter.kafka.Membership;
import dev.drover.scheduler.adapter.kafka.NodeDirectory;
import dev.drover.scheduler.domain.bandwidth.EqualShare;
import dev.drover.scheduler.domain.plan.FirstFit;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.scheduler.engine.Deciding;
import dev.drover.scheduler.engine.PlanningWorker;
import dev.drover.scheduler.engine.SnapshotWriter;
import dev.drover.scheduler.engine.ZoneEngine;
import dev.drover.scheduler.engine.ZoneOwner;
import dev.drover.scheduler.engine.ZoneStatus;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.kafka.NodeEntry;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import dev.drover.schema.kafka.ZoneTableReader;
import dev.drover.schema.policy.ZonePolicy;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running scheduler process: its seat in the group and the zones that come with it. */
public final class SchedulerNode implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Replaying so many takes a fraction of a second. */
    private static final long EVENTS_A_SNAPSHOT = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(SchedulerNode.class);

    private final SchedulerSettings settings;
    private final CompletableFuture<String> expelled = new CompletableFuture<>();
    private final ActorSystem<NodeActor.Message> actors;
    private final Assignments assignments;
    private final Standbys standbys;
    private final KnownZones zones;
    private final ZoneService service;
    private final Membership membership;
    private final KafkaWatch watch;
    private final Map<ZoneId, ZoneOwner> owners = new ConcurrentHashMap<>();

    /** Where plans are made, beside the zones' loops. */
    private final ExecutorService thinking = Executors.newVirtualThreadPerTaskExecutor();

    /** Checks brokers and topics, enrols its zones, takes a seat, and from then on owns what it is given. */
    public SchedulerNode(SchedulerSettings settings) {
        this.settings = settings;
        BrokerCheck.ensure(settings.kafka(), settings.session());
        ZoneTable table = Enrolment.enrol(settings.kafka(), settings::plan);
        CompletableFuture<Membership> seat = new CompletableFuture<>();
        this.actors = ActorSystem.create(
                NodeActor.create(zone -> zoneActor(zone, seat)),
                "drover-scheduler",
                ConfigFactory.load("drover-scheduler"));
        this.assignments = new Assignments(
                table,
                () -> ZoneTableReader.read(settings.kafka(), PATIENCE),
                zone -> actors.tell(new NodeActor.Own(zone)));
        this.standbys = new Standbys(
                settings.kafka(),
                settings.node(),
                settings.replicas(),
                table,
                () -> ZoneTableReader.read(settings.kafka(), PATIENCE));
        this.zones = new KnownZones(settings.kafka(), settings.node(), owners, standbys);
        this.service = new ZoneService(settings.listen(), zones);
        NodeDirectory.announce(
                settings.kafka(),
                new NodeEntry(settings.node(), settings.advertised().orElseGet(service::address)));
        this.membership = new Membership(settings.kafka(), settings.node(), settings.session(), new Zones());
        this.watch = new KafkaWatch(settings.kafka());
        seat.complete(membership);
    }

    /** What its operator calls it. */
    public NodeId name() {
        return settings.node();
    }

    /** Completes, with what to do about it, when the node has lost its seat for good and can only be closed. */
    public CompletionStage<String> expelled() {
        return expelled;
    }

    /** What this node says of zones, and who knows when it does not. */
    public ZoneReader zones() {
        return zones;
    }

    /** Where it can be asked the same over HTTP. */
    public URI address() {
        return service.address();
    }

    /** How this node stands with the zones that were given to it. */
    public List<ZoneStatus> statuses() {
        return owners.values().stream()
                .map(ZoneOwner::status)
                .sorted(Comparator.comparing(ZoneStatus::zone))
                .toList();
    }

    /** Hands its zones over and leaves. */
    @Override
    public void close() {
        watch.close();
        membership.close();
        service.close();
        zones.close();
        standbys.close();
        assignments.close();
        actors.terminate();
        actors.getWhenTerminated().toCompletableFuture().join();
        thinking.close();
    }

    private Behavior<ZoneActor.Message> zoneActor(ZoneLayout zone, CompletableFuture<Membership> seat) {
        ZonePolicy policy = settings.policy();
        ZoneDecider decider = new ZoneDecider(settings.node(), policy, new EqualShare(policy.quantum()));
        return ZoneActor.create(() -> registered(new ZoneOwner(
                zone.zone(),
                () -> new KafkaZoneLog(
                        settings.kafka(),
                        zone,
                        settings.lostInputs(),
                        () -> seat.join().metadata()),
                log -> new ZoneEngine(
                        zone.zone(),
                        new Deciding(
                                settings.node(), decider, new PlanningWorker(new Planner(new FirstFit()), thinking)),
                        new SnapshotWriter(settings.node(), EVENTS_A_SNAPSHOT),
                        log,
                        InstantSource.system()),
                () -> standbys.folded(zone.zone()),
                pause())));
    }

    private ZoneOwner registered(ZoneOwner owner) {
        owners.put(owner.status().zone(), owner);
        return owner;
    }

    /** Twice as long as it takes at most to hear from the group that one's seat is gone. */
    private Duration pause() {
        return settings.session().heartbeat().multipliedBy(2);
    }

    /** Tells the guardian what the group says. */
    private final class Zones implements Membership.Listener {
        @Override
        public void assigned(List<Integer> partitions) {
            assignments.assigned(partitions);
        }

        /** All at once, so that a node with many zones hands them over as fast as one with a few. */
        @Override
        public void revoked(List<Integer> partitions) {
            assignments.revoked(partitions).stream().map(this::release).toList().forEach(CompletableFuture::join);
        }

        private CompletableFuture<Void> release(ZoneLayout zone) {
            owners.remove(zone.zone());
            return AskPattern.<NodeActor.Message, Done>ask(
                            actors, replyTo -> new NodeActor.Release(zone, replyTo), PATIENCE, actors.scheduler())
                    .handle((done, late) -> Optional.ofNullable(late))
                    .toCompletableFuture()
                    .thenAccept(outcome -> outcome.ifPresent(late ->
                            LOG.warn("zone {} is still being let go; its next owner shuts this one out", zone.zone())));
        }

        @Override
        public void expelled(String why) {
            expelled.complete(why);
        }
    }
}
