package dev.drover.agent.adapter.akka;

import akka.Done;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.typed.ActorRef;
import com.typesafe.config.ConfigFactory;
import dev.drover.agent.adapter.journal.FileJournal;
import dev.drover.agent.domain.AgentState;
import dev.drover.agent.domain.CommandGuard;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.domain.ZoneTime;
import dev.drover.agent.engine.Calls;
import dev.drover.agent.engine.HostMessage;
import dev.drover.agent.engine.Outside;
import dev.drover.agent.engine.Pace;
import dev.drover.agent.engine.Reports;
import dev.drover.agent.engine.Uptime;
import dev.drover.agent.port.Await;
import dev.drover.agent.port.Hypervisor;
import dev.drover.agent.port.Journal;
import dev.drover.schema.id.HostId;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.LeaseMessage;
import dev.drover.schema.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One life of an agent's actors on a real journal, from its start until it is killed. */
final class AgentLife implements AutoCloseable {
    static final Pace QUICK = new Pace(
            Duration.ofSeconds(2),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1));
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ActorTestKit kit = ActorTestKit.create("agent", ConfigFactory.load("drover-agent"));
    private final List<Telemetry> samples = new CopyOnWriteArrayList<>();
    private final List<JournalEntry> entries = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Done> adopted = new CompletableFuture<>();
    private final CompletableFuture<Done> stopped = new CompletableFuture<>();
    private volatile Duration ahead = Duration.ZERO;
    private final FileJournal journal;
    private final Hypervisor hypervisor;
    private final ActorRef<HostMessage> host;

    AgentLife(Path folder, HostId id, Hypervisor hypervisor, Reports reports) {
        this(folder, id, hypervisor, reports, file -> file);
    }

    AgentLife(Path folder, HostId id, Hypervisor hypervisor, Reports reports, UnaryOperator<Journal> disk) {
        this.journal = FileJournal.open(folder);
        this.hypervisor = hypervisor;
        AgentState before = AgentState.of(journal.recovered());
        JournalEntry started = new JournalEntry.Started(before.nextIncarnation(Instant.EPOCH));
        journal.append(started);
        Function<Calls, Outside> outside = calls -> new Outside(
                id,
                calls,
                CommandGuard::judge,
                new Noting(disk.apply(journal)),
                reports,
                samples::add,
                () -> Instant.now().plus(ahead),
                Uptime.MACHINE,
                QUICK);
        this.host = kit.spawn(
                HostActor.create(
                        hypervisor, outside, before.evolve(started), () -> adopted.complete(Done.getInstance())),
                "host");
        kit.spawn(Watcher.of(host, () -> stopped.complete(Done.getInstance())));
    }

    AgentLife(Path folder, HostId id, Hypervisor hypervisor, Reports reports, Writing writing) {
        this(folder, id, hypervisor, reports, file -> new Journal() {
            @Override
            public void append(JournalEntry entry) {
                writing.append(file, entry);
            }

            @Override
            public Optional<String> shortage() {
                return file.shortage();
            }
        });
    }

    /** How an entry gets into the journal. */
    interface Writing {
        void append(Journal journal, JournalEntry entry);
    }

    private final class Noting implements Journal {
        private final Journal disk;

        Noting(Journal disk) {
            this.disk = disk;
        }

        @Override
        public void append(JournalEntry entry) {
            disk.append(entry);
            entries.add(entry);
        }

        @Override
        public Optional<String> shortage() {
            return disk.shortage();
        }
    }

    AgentLife adopted() {
        Await.until("the agent to be done with its past", SOON, adopted::isDone);
        return this;
    }

    /** Sets its clock this far ahead of the true time. */
    void setClock(Duration aheadOfTime) {
        ahead = aheadOfTime;
    }

    boolean isAdopted() {
        return adopted.isDone();
    }

    /** Gives a command, as often as one likes. */
    CompletableFuture<Done> give(CommandMessage command) {
        return give(command, ZoneTime.UNKNOWN);
    }

    /** Gives a command behind which others lie, the newest of them of this time. */
    CompletableFuture<Done> give(CommandMessage command, ZoneTime time) {
        CompletableFuture<Done> taken = new CompletableFuture<>();
        host.tell(new HostMessage.Obey(command, time, () -> taken.complete(Done.getInstance())));
        return taken;
    }

    /** Gives a command and waits until it need not be given again. */
    void obey(CommandMessage command) {
        CompletableFuture<Done> taken = give(command);
        Await.until("command " + command.mark().sequence().value() + " taken", SOON, taken::isDone);
    }

    /** Says until when leases hold and waits until that need not be said again. */
    void hear(LeaseMessage leases) {
        CompletableFuture<Done> taken = new CompletableFuture<>();
        host.tell(new HostMessage.Hear(leases, () -> taken.complete(Done.getInstance())));
        Await.until("the word on leases taken", SOON, taken::isDone);
    }

    void awaitStopped() {
        Await.until("the agent to stop", SOON, stopped::isDone);
    }

    /** What this life has journalled since its start. */
    List<JournalEntry> entries() {
        return entries;
    }

    List<Telemetry> samples() {
        return samples;
    }

    /** Ends this life without any notice; jobs go on. */
    @Override
    public void close() {
        kit.shutdownTestKit();
        hypervisor.close();
        journal.close();
    }
}
