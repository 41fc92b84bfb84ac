package dev.drover.bench.load;

import dev.drover.schema.command.AbortMigration;
import dev.drover.schema.command.AttachDevice;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.ObserveVm;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.command.SetRate;
import dev.drover.schema.command.StartMigration;
import dev.drover.schema.id.Actor;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.Incarnation;
import dev.drover.schema.id.MessageId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.Sequence;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.message.Head;
import dev.drover.schema.message.InboxMessage;
import dev.drover.schema.message.ReportMessage;
import dev.drover.schema.report.InventoryReport;
import dev.drover.schema.report.MigrationEnded;
import dev.drover.schema.report.MigrationStarted;
import dev.drover.schema.report.RateApplied;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.ReportMark;
import dev.drover.schema.report.SourceReleased;
import dev.drover.schema.report.SourceVerdict;
import dev.drover.schema.report.TransferFigures;
import dev.drover.schema.report.VmObserved;
import dev.drover.schema.unit.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * The agents of a fleet on which everything goes well. A command given in one turn is answered in the next, a
 * migration runs for two to six turns, and a host whose guests have changed reports its inventory once a turn.
 */
final class Agents {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;
    private static final TransferFigures FIGURES =
            new TransferFigures(Duration.ofSeconds(7), Optional.of(Duration.ofMillis(43)), Bytes.gibibytes(9), 4);

    private final Fleet fleet;
    private final ZoneId zone;
    private final RandomGenerator random;
    private final SortedMap<Long, List<Answer>> due = new TreeMap<>();
    private final Map<HostId, Long> reported = new HashMap<>();
    private final SortedSet<HostId> changed = new TreeSet<>(Comparator.comparing(HostId::value));
    private final Set<MigrationId> running = new HashSet<>();

    private record Answer(HostId host, Report report, CommandMessage to) {}

    Agents(Fleet fleet, ZoneId zone, RandomGenerator random) {
        this.fleet = fleet;
        this.zone = zone;
        this.random = random;
    }

    /** Something on the host is not as it reported last. */
    void hasChanged(HostId host) {
        changed.add(host);
    }

    /** Takes a command that was written in this turn. */
    void obey(CommandMessage message, long turn) {
        MigrationId migration = message.mark().migration();
        var attempt = message.mark().attempt();
        switch (message.command()) {
            case StartMigration start -> {
                running.add(migration);
                answer(turn + 1, message, new MigrationStarted(migration, attempt, start.rate()));
                answer(turn + random.nextInt(SHORTEST, LONGEST + 1), message, ended(message));
            }
            case SetRate rate
            when running.contains(migration) ->
                answer(
                        turn + 1,
                        message,
                        new RateApplied(migration, attempt, message.mark().sequence(), rate.rate()));
            case SetRate late -> {}
            case ObserveVm observe ->
                answer(
                        turn + 1,
                        message,
                        new VmObserved(migration, attempt, observe.vm(), Optional.of(VmState.RUNNING), false));
            case ReleaseSource release -> answer(turn + 1, message, new SourceReleased(migration, attempt));
            case AbortMigration other -> throw unexpected(message);
            case PrepareDestination other -> throw unexpected(message);
            case AttachDevice other -> throw unexpected(message);
            case CleanupDestination other -> throw unexpected(message);
        }
    }

    /** What they have to say in this turn. */
    List<InboxMessage> speak(long turn, Instant now) {
        List<InboxMessage> said = new ArrayList<>();
        for (Answer answer : Optional.ofNullable(due.remove(turn)).orElse(List.of())) {
            if (answer.report() instanceof MigrationEnded ended) {
                arrived(answer, ended);
            }
            said.add(message(answer.host(), answer.report(), Optional.of(answer.to()), now));
        }
        for (HostId host : changed) {
            said.add(message(host, new InventoryReport(fleet.facts(host)), Optional.empty(), now));
        }
        changed.clear();
        return said;
    }

    private void arrived(Answer answer, MigrationEnded ended) {
        running.remove(ended.migration());
        if (answer.to().command() instanceof StartMigration start) {
            fleet.move(start.vm(), answer.host(), start.destination());
            changed.add(answer.host());
            changed.add(start.destination());
        }
    }

    private static IllegalStateException unexpected(CommandMessage message) {
        return new IllegalStateException("nothing in this load leads to " + message.command());
    }

    private static MigrationEnded ended(CommandMessage message) {
        return new MigrationEnded(
                message.mark().migration(),
                message.mark().attempt(),
                new SourceVerdict.Transferred(Optional.of(FIGURES)));
    }

    private void answer(long turn, CommandMessage to, Report report) {
        due.computeIfAbsent(turn, unused -> new ArrayList<>()).add(new Answer(to.host(), report, to));
    }

    private ReportMessage message(HostId host, Report report, Optional<CommandMessage> to, Instant now) {
        long number = reported.merge(host, 1L, Long::sum);
        Head head = new Head(
                new MessageId(host + "-1-" + number),
                zone,
                now,
                Actor.host(host),
                Optional.empty(),
                to.map(command -> command.head().id()),
                to.flatMap(command -> command.head().correlation()));
        return new ReportMessage(head, new ReportMark(host, new Incarnation(1), new Sequence(number)), report);
    }
}
