package dev.drover.agent.app;

import akka.Done;
import akka.actor.typed.ActorSystem;
import com.typesafe.config.ConfigFactory;
import dev.drover.agent.adapter.akka.HostActor;
import dev.drover.agent.adapter.journal.FileJournal;
import dev.drover.agent.adapter.kafka.CommandReader;
import dev.drover.agent.adapter.kafka.Heard;
import dev.drover.agent.adapter.kafka.ReportSender;
import dev.drover.agent.adapter.kafka.TelemetrySender;
import dev.drover.agent.domain.AgentState;
import dev.drover.agent.domain.CommandGuard;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.engine.Calls;
import dev.drover.agent.engine.HostMessage;
import dev.drover.agent.engine.Outside;
import dev.drover.agent.engine.Uptime;
import dev.drover.agent.port.Hypervisor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.LeaseMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One agent, wired and running, from its start to its end. It owns its hypervisor connection. */
public final class AgentRuntime implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AgentRuntime.class);
    private static final Duration ACTORS_STOP = Duration.ofSeconds(5);

    private final HostId host;
    private final Hypervisor hypervisor;
    private final FileJournal journal;
    private final ReportSender reports;
    private final TelemetrySender telemetry;
    private final CommandReader commands;
    private final ActorSystem<HostMessage> actors;
    private final CompletableFuture<Done> reading = new CompletableFuture<>();
    private final CompletableFuture<Done> ended = new CompletableFuture<>();

    private AgentRuntime(AgentSettings settings, Hypervisor hypervisor, FileJournal journal) {
        this.host = settings.kafka().host();
        this.hypervisor = hypervisor;
        this.journal = journal;
        AgentState before = AgentState.of(journal.recovered());
        InstantSource clock = InstantSource.system();
        Incarnation life = before.nextIncarnation(clock.instant());
        JournalEntry started = new JournalEntry.Started(life);
        journal.append(started);
        this.reports = new ReportSender(settings.kafka(), life, clock);
        this.telemetry = new TelemetrySender(settings.kafka(), life, clock);
        this.commands = new CommandReader(settings.kafka(), this::take, () -> reading.complete(Done.getInstance()));
        Function<Calls, Outside> outside = calls -> new Outside(
                host,
                calls,
                CommandGuard::judge,
                journal,
                reports::send,
                telemetry::send,
                clock,
                Uptime.MACHINE,
                settings.pace());
        this.actors = ActorSystem.create(
                HostActor.create(hypervisor, outside, before.evolve(started), commands::start),
                "agent",
                ConfigFactory.load("drover-agent"));
        commands.ended().whenComplete((done, failure) -> end("it stopped reading commands", failure));
        actors.getWhenTerminated().whenComplete((done, failure) -> end("its actors stopped", failure));
    }

    /**
     * Starts an agent: it adopts what runs, reports its host, then reads commands. It waits for Kafka where that is
     * away.
     *
     * @throws dev.drover.agent.adapter.journal.JournalException when the journal can't be used
     * @throws dev.drover.agent.port.JournalFullException when there is no room for the first entry of a life
     * @throws org.apache.kafka.common.KafkaException when the address of Kafka can't be used at all
     */
    public static AgentRuntime start(AgentSettings settings, Hypervisor hypervisor) {
        FileJournal journal = FileJournal.open(settings.journal());
        try {
            return new AgentRuntime(settings, hypervisor, journal);
        } catch (RuntimeException failed) {
            journal.close();
            throw failed;
        }
    }

    /** The host it is the agent of. */
    public HostId host() {
        return host;
    }

    /** Completes when it reads commands. */
    public CompletionStage<Done> reading() {
        return reading;
    }

    /** Completes when it is over: normally after {@link #close}, exceptionally when it ended by itself. */
    public CompletionStage<Done> ended() {
        return ended;
    }

    /** Ends it in order: what it was told is finished being taken, what it has to say is sent. Migrations go on. */
    @Override
    public void close() {
        ended.complete(Done.getInstance());
        commands.close();
        stopActors();
        reports.close();
        letGo();
        LOG.info("host={} agent stopped", host);
    }

    /** Ends it at once, as a killed process would end: nothing more is sent, no place is kept. Migrations go on. */
    public void abandon() {
        ended.complete(Done.getInstance());
        reports.abandon();
        commands.abandon();
        stopActors();
        letGo();
    }

    private CompletionStage<Done> take(Heard heard) {
        CompletableFuture<Done> done = new CompletableFuture<>();
        Runnable taken = () -> done.complete(Done.getInstance());
        actors.tell(
                switch (heard.message()) {
                    case CommandMessage command -> new HostMessage.Obey(command, heard.time(), taken);
                    case LeaseMessage leases -> new HostMessage.Hear(leases, taken);
                });
        return done;
    }

    private void end(String what, Throwable cause) {
        ended.completeExceptionally(new IllegalStateException("the agent of host " + host + " ended: " + what, cause));
    }

    private void stopActors() {
        actors.terminate();
        try {
            actors.getWhenTerminated()
                    .toCompletableFuture()
                    .orTimeout(ACTORS_STOP.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException late) {
            LOG.warn("host={} has actors that do not stop", host, late);
        }
    }

    private void letGo() {
        telemetry.close();
        hypervisor.close();
        journal.close();
    }
}
