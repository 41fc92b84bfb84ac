package dev.drover.scheduler.app;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AskPattern;
import com.typesafe.config.ConfigFactory;
import dev.drover.scheduler.adapter.akka.NodeActor;
import dev.drover.scheduler.adapter.akka.ZoneActor;
import dev.drover.scheduler.adapter.kafka.KafkaZoneLog;
import dev.drover.scheduler.adapter.kafka.Membership;
import dev.drover.scheduler.adapter.kafka.TopicSetup;
import dev.drover.scheduler.domain.bandwidth.EqualShare;
import dev.drover.scheduler.domain.plan.FirstFit;
import dev.drover.scheduler.domain.plan.Planner;
import dev.drover.scheduler.domain.zone.ZoneDecider;
import dev.drover.scheduler.engine.Deciding;
import dev.drover.scheduler.engine.PromptProposals;
import dev.drover.scheduler.engine.SnapshotWriter;
import dev.drover.scheduler.engine.ZoneEngine;
import dev.drover.schema.id.NodeId;
import dev.drover.schema.kafka.ZoneLayout;
import dev.drover.schema.policy.ZonePolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running scheduler process: its seat in the group and the zones that come with it. */
public final class SchedulerNode implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Twice as long as it takes at most to hear from the group that one's seat is gone. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Replaying so many takes a fraction of a second. */
    private static final long EVENTS_A_SNAPSHOT = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(SchedulerNode.class);

    private final NodeId name;
    private final CompletableFuture<String> expelled = new CompletableFuture<>();
    private final ActorSystem<NodeActor.Message> actors;
    private final Membership membership;

    /** Checks the topics, takes a seat, and from then on owns what it is given. */
    public SchedulerNode(String kafka, NodeId node, ZoneLayout layout, ZonePolicy policy) {
        this.name = node;
        TopicSetup.ensure(kafka, layout);
        ZoneDecider decider = new ZoneDecider(node, policy, new EqualShare(policy.quantum()));
        CompletableFuture<Membership> seat = new CompletableFuture<>();
        this.actors = ActorSystem.create(
                NodeActor.create(zone -> zoneActor(kafka, node, zone, decider, seat)),
                "drover-scheduler",
                ConfigFactory.load("drover-scheduler"));
        this.membership = new Membership(kafka, node, new Assignments(layout));
        seat.complete(membership);
    }

    /** What its operator calls it. */
    public NodeId name() {
        return name;
    }

    /** Completes, with what to do about it, when the node has lost its seat for good and can only be closed. */
    public CompletionStage<String> expelled() {
        return expelled;
    }

    /** Hands its zones over and leaves. */
    @Override
    public void close() {
        membership.close();
        actors.terminate();
        actors.getWhenTerminated().toCompletableFuture().join();
    }

    private static Behavior<ZoneActor.Message> zoneActor(
            String kafka, NodeId node, ZoneLayout zone, ZoneDecider decider, CompletableFuture<Membership> seat) {
        return ZoneActor.create(
                zone.zone(),
                () -> new KafkaZoneLog(kafka, zone, () -> seat.join().metadata()),
                log -> new ZoneEngine(
                        zone.zone(),
                        new Deciding(node, decider, new PromptProposals(new Planner(new FirstFit()))),
                        new SnapshotWriter(node, EVENTS_A_SNAPSHOT),
                        log,
                        InstantSource.system()),
                PAUSE);
    }

    /** Turns partitions into zones and tells the guardian. */
    private final class Assignments implements Membership.Listener {
        private final ZoneLayout layout;

        Assignments(ZoneLayout layout) {
            this.layout = layout;
        }

        @Override
        public void assigned(List<Integer> partitions) {
            if (partitions.contains(layout.partition())) {
                actors.tell(new NodeActor.Own(layout));
            }
        }

        @Override
        public void revoked(List<Integer> partitions) {
            if (partitions.contains(layout.partition())) {
                AskPattern.<NodeActor.Message, Done>ask(
                                actors, replyTo -> new NodeActor.Release(layout, replyTo), PATIENCE, actors.scheduler())
                        .handle((done, late) -> Optional.ofNullable(late))
                        .toCompletableFuture()
                        .join()
                        .ifPresent(late -> LOG.warn(
                                "zone {} is still being let go; its next owner shuts this one out", layout.zone()));
            }
        }

        @Override
        public void expelled(String why) {
            expelled.complete(why);
        }
    }
}
