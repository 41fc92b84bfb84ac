package dev.drover.scheduler.app;

import dev.drover.scheduler.adapter.http.ZoneReader;
import dev.drover.scheduler.adapter.http.ZoneService;
import dev.drover.scheduler.adapter.kafka.BrokerCheck;
import dev.drover.scheduler.adapter.kafka.Enrolment;
import dev.drover.scheduler.adapter.kafka.KafkaWatch;
import dev.drover.scheduler.adapter.kafka.KafkaZoneLog;
import dev.drover.scheduler.adapter.kafka.Membership;
import dev.drover.scheduler.adapter.kafka.NodeDirectory;
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
import dev.drover.schema.kafka.NodeEntry;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.kafka.ZoneTable;
import dev.drover.schema.kafka.ZoneTableReader;
import dev.drover.schema.policy.ZonePolicy;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A running scheduler process: its seat in the group and the zones that come with it. */
public final class SchedulerNode implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Replaying so many takes a fraction of a second. */
    private static final long EVENTS_A_SNAPSHOT = 10_000;

    private final SchedulerSettings settings;
    private final OwnedZones owned;
    private final Standbys standbys;
    private final KnownZones zones;
    private final ZoneService service;
    private final Membership membership;
    private final KafkaWatch watch;

    /** Where plans are made, beside the zones' loops. */
    private final ExecutorService thinking = Executors.newVirtualThreadPerTaskExecutor();

    /** Checks brokers and topics, enrols its zones, takes a seat, and from then on owns what it is given. */
    public SchedulerNode(SchedulerSettings settings) {
        this.settings = settings;
        BrokerCheck.ensure(settings.kafka(), settings.session());
        ZoneTable table = Enrolment.enrol(settings.kafka(), settings::plan);
        CompletableFuture<Membership> seat = new CompletableFuture<>();
        Supplier<ZoneTable> read = () -> ZoneTableReader.read(settings.kafka(), PATIENCE);
        this.owned = new OwnedZones(table, read, zone -> owner(zone, seat));
        this.standbys = new Standbys(settings.kafka(), settings.node(), settings.replicas(), table, read);
        this.zones = new KnownZones(settings.kafka(), settings.node(), owned, standbys);
        this.service = new ZoneService(settings.listen(), zones);
        NodeDirectory.announce(
                settings.kafka(),
                new NodeEntry(settings.node(), settings.advertised().orElseGet(service::address)));
        this.membership = new Membership(settings.kafka(), settings.node(), settings.session(), owned);
        this.watch = new KafkaWatch(settings.kafka());
        seat.complete(membership);
    }

    /** What its operator calls it. */
    public NodeId name() {
        return settings.node();
    }

    /** Completes, with what to do about it, when the node has lost its seat for good and can only be closed. */
    public CompletionStage<String> expelled() {
        return owned.expelled();
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
        return owned.statuses();
    }

    /** Hands its zones over and leaves. */
    @Override
    public void close() {
        watch.close();
        membership.close();
        service.close();
        zones.close();
        standbys.close();
        owned.close();
        thinking.shutdownNow();
    }

    private ZoneOwner owner(ZoneLayout zone, CompletableFuture<Membership> seat) {
        ZonePolicy policy = settings.policy();
        ZoneDecider decider = new ZoneDecider(settings.node(), policy);
        return new ZoneOwner(
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
                pause());
    }

    /** Twice as long as it takes at most to hear from the group that one's seat is gone. */
    private Duration pause() {
        return settings.session().heartbeat().multipliedBy(2);
    }
}
