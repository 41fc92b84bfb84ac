package dev.drover.simulation.agent;

import dev.drover.agent.domain.AgentState;
import dev.drover.agent.domain.AttemptKey;
import dev.drover.agent.domain.Cause;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.domain.ZoneTime;
import dev.drover.agent.engine.Agent;
import dev.drover.agent.engine.HostMessage;
import dev.drover.agent.engine.Outside;
import dev.drover.agent.engine.Pace;
import dev.drover.agent.engine.RoomMessage;
import dev.drover.agent.port.MigrationRequest;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;
import dev.drover.simulation.fleet.FleetHypervisor;
import dev.drover.simulation.witness.Happening;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One life of an agent: production's own engine, in virtual time, with simulated threads, disk, hypervisor and broker. */
final class AgentLife {
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration CLOCKS_MAY_BE_OFF = Pace.USUAL.skew().dividedBy(2);

    private final Site site;
    private final SimJournal journal;
    private final Place place;
    private final Mail mail;
    private final ReportQueue reports;
    private final FleetHypervisor hypervisor;
    private final SimPost<HostMessage> agent;
    private final SimCrew crew;
    private final TreeMap<VmId, CommandMessage> starting = new TreeMap<>();
    private Optional<HostFacts> reported = Optional.empty();
    private ZoneTime time = ZoneTime.UNKNOWN;
    private int read;
    private boolean listening;
    private boolean over;

    AgentLife(Site site, SimJournal journal, Place place, Mail mail) {
        this.site = site;
        this.journal = journal;
        this.place = place;
        this.mail = mail;
        AgentState before = journal.state();
        JournalEntry.Started started = new JournalEntry.Started(
                before.nextIncarnation(site.machine().clock().instant()));
        journal.append(started);
        this.reports = new ReportQueue(site, started.incarnation(), mail, () -> over);
        this.hypervisor = new FleetHypervisor(site.fleet(), site.host());
        this.agent = new SimPost<>(site.machine(), this::delay, this::happens);
        place.forgetUndone();
        this.read = place.kept();
        this.crew = new SimCrew(site.machine(), site.time(), site.chance());
        agent.of(new Agent(agent, crew, outside(), before.evolve(started), this::listen));
    }

    private Outside outside() {
        return new Outside(
                site.host(),
                new SimCalls(site, site.habits().hypervisor(hypervisor), this::starts, () -> over),
                site.habits().guard(),
                journal,
                this::say,
                sample -> {},
                site.machine().clock(),
                () -> site.time().elapsed(),
                Pace.USUAL);
    }

    void end() {
        over = true;
    }

    boolean isIdle() {
        return listening
                && crew.isIdleBut("inventory")
                && reports.isEmpty()
                && place.isAllDone()
                && reported.equals(Optional.of(site.fleet().inventory(site.host())))
                && !reports.clockWasSetSince()
                && read == site.topics().commandCount();
    }

    void commandsMayHaveCome() {
        if (!over) {
            Duration usual = site.chance().millis(1, 50);
            site.machine().in(usual.plus(mail.lateness(site.time().now())), this::readAll);
        }
    }

    void hostHasChanged() {
        if (!over) {
            hypervisor.changed();
        }
    }

    void rereads() {
        read = 0;
        commandsMayHaveCome();
    }

    /** Its host as a report that is never sent: the next one has its number too. */
    ReportMessage inventory() {
        return reports.next(new InventoryReport(site.fleet().inventory(site.host())));
    }

    private void listen() {
        listening = true;
        commandsMayHaveCome();
    }

    private void readAll() {
        if (!listening) {
            return;
        }
        if (!site.machine().hears()) {
            site.machine().in(RETRY, this::readAll);
            return;
        }
        for (int ahead = read; ahead < site.topics().commandCount(); ahead++) {
            time = time.heard(site.topics().command(ahead).head().at());
        }
        while (read < site.topics().commandCount()) {
            CommandMessage command = site.topics().command(read);
            Place.Delivery delivery = place.begun(read++);
            if (command.host().equals(site.host())) {
                agent.tell(new HostMessage.Obey(command, time, () -> place.done(delivery)));
            } else {
                place.done(delivery);
            }
        }
    }

    private CompletionStage<ReportMark> say(Report report, Optional<Cause> cause) {
        CompletableFuture<ReportMark> safe = new CompletableFuture<>();
        reports.say(site.habits().says(report), cause, safe::complete);
        if (report instanceof InventoryReport inventory) {
            reported = Optional.of(inventory.facts());
        }
        if (report instanceof MigrationEnded end) {
            Optional.ofNullable(journal.state().open().get(new AttemptKey(end.migration(), end.attempt())))
                    .ifPresent(attempt -> site.habits().ended(site.fleet(), site.host(), attempt.vm(), end.verdict()));
        }
        return safe;
    }

    private Duration delay(HostMessage message) {
        boolean fromTheDisk = message instanceof HostMessage.Journalled
                || message instanceof HostMessage.Declined
                || message instanceof HostMessage.Kept
                || message instanceof HostMessage.Noted
                || message instanceof HostMessage.InRoom(RoomMessage.Noted noted)
                || message instanceof HostMessage.InRoom(RoomMessage.Closed closed);
        return fromTheDisk ? crew.write() : Duration.ZERO;
    }

    /** A command is carried out once it is in the journal; a migration is once the hypervisor is asked for it. */
    private void happens(HostMessage message) {
        if (message instanceof HostMessage.Journalled(HostMessage.Obey obey)) {
            site.witness().saw(new Happening.Accepted(site.host(), obey.command()));
            if (obey.command().command() instanceof StartMigration start) {
                starting.put(start.vm(), obey.command());
            } else {
                executes(obey.command());
            }
        }
    }

    private void starts(MigrationRequest request) {
        Optional.ofNullable(starting.remove(request.vm())).ifPresent(command -> {
            executes(command);
            site.witness()
                    .saw(new Happening.Started(
                            site.host(),
                            command.mark().migration(),
                            command.mark().attempt(),
                            request.vm()));
        });
    }

    private void executes(CommandMessage command) {
        boolean clocksAgree = site.machine().skew().abs().compareTo(CLOCKS_MAY_BE_OFF) <= 0;
        site.witness()
                .saw(new Happening.Executed(site.host(), command, site.time().now(), clocksAgree));
    }
}
