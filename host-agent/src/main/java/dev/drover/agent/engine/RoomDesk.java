package dev.drover.agent.engine;

import dev.drover.agent.domain.AgentState;
import dev.drover.agent.domain.Cause;
import dev.drover.agent.domain.JournalEntry;
import dev.drover.agent.port.Sighting;
import dev.drover.schema.command.CleanupDestination;
import dev.drover.schema.command.PrepareDestination;
import dev.drover.schema.command.ReleaseSource;
import dev.drover.schema.id.FilePath;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.LocalDisk;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.message.CommandMark;
import dev.drover.schema.message.CommandMessage;
import dev.drover.schema.report.DestinationCleaned;
import dev.drover.schema.report.DestinationPrepared;
import dev.drover.schema.report.DestinationRefused;
import dev.drover.schema.report.FailureKind;
import dev.drover.schema.report.RefusalReason;
import dev.drover.schema.report.Report;
import dev.drover.schema.report.VmObserved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes room for the disks of vms that are to come, and removes it when they do not. A file is made, or removed, only
 * where the journal says first that it is this agent's: whatever else lies there is somebody's. Confined to the agent's
 * own part.
 */
final class RoomDesk {
    private static final Logger LOG = LoggerFactory.getLogger(RoomDesk.class);

    private final Outside outside;
    private final ReportDesk reports;
    private final Turns turns;
    private final Map<VmId, CommandMark> newest = new TreeMap<>();

    RoomDesk(Outside outside, ReportDesk reports) {
        this.outside = outside;
        this.reports = reports;
        this.turns = new Turns(outside);
    }

    void prepare(CommandMessage from, PrepareDestination order, AgentState state) {
        newest.put(order.vm(), from.mark());
        List<FilePath> own = state.room(order.vm());
        reports.host()
                .tellWhen(
                        turns.next((hypervisor, turn) -> Ground.of(hypervisor, order, own)),
                        answer -> new HostMessage.InRoom(new RoomMessage.Surveyed(from, order, answer)));
    }

    void cleanUp(CommandMessage from, CleanupDestination order, AgentState state) {
        newest.put(order.vm(), from.mark());
        List<FilePath> own = state.room(order.vm());
        reports.host()
                .tellWhen(
                        turns.next((hypervisor, turn) -> Files.clear(hypervisor, turn, order.vm(), own)),
                        answer -> new HostMessage.InRoom(new RoomMessage.Removed(from, order, answer)));
    }

    /** Of a vm that has left, with its disks where they went along. */
    CompletionStage<Answer<Done>> release(CommandMessage from, ReleaseSource order) {
        newest.put(order.vm(), from.mark());
        return turns.next((hypervisor, turn) -> Files.release(hypervisor, turn, order));
    }

    /**
     * Goes on; gives what is to be written next, if anything. A hypervisor may answer so late that another command has come
     * for the vm: what was begun for an earlier one goes no further, and is undone or done by the last.
     */
    Optional<JournalMessage.Append> on(RoomMessage message) {
        if (!isNewest(message)) {
            return Optional.empty();
        }
        return switch (message) {
            case RoomMessage.Surveyed surveyed -> surveyed(surveyed);
            case RoomMessage.Noted noted -> {
                make(noted);
                yield Optional.empty();
            }
            case RoomMessage.Made made -> made(made);
            case RoomMessage.Removed removed -> removed(removed);
            case RoomMessage.Closed closed ->
                say(
                        closed.from(),
                        new DestinationCleaned(
                                closed.from().mark().migration(),
                                closed.from().mark().attempt()));
        };
    }

    /** What is not in the journal is not made; gives what is so instead: the files of an earlier attempt stay its own. */
    JournalEntry notNoted(RoomMessage.Noted noted, String why) {
        if (isNewest(noted)) {
            say(noted.from(), refusal(noted.from(), FailureKind.HYPERVISOR_ERROR, why));
        }
        VmId vm = noted.order().vm();
        List<FilePath> before = noted.ground().own();
        return before.isEmpty() ? new JournalEntry.RoomClosed(vm) : new JournalEntry.RoomMade(vm, before);
    }

    private Optional<JournalMessage.Append> surveyed(RoomMessage.Surveyed surveyed) {
        return switch (surveyed.answer()) {
            case Answer.Trouble<Ground>(var kind, var detail) -> refuse(surveyed.from(), kind, detail);
            case Answer.Given<Ground>(Ground ground) ->
                objection(surveyed.order().vm(), ground)
                        .map(no -> refuse(surveyed.from(), no.kind(), no.detail()))
                        .orElseGet(() -> Optional.of(toNote(surveyed.from(), surveyed.order(), ground)));
        };
    }

    private static JournalMessage.Append toNote(CommandMessage from, PrepareDestination order, Ground ground) {
        return new JournalMessage.Append(
                new JournalEntry.RoomMade(order.vm(), paths(order.disks())),
                new HostMessage.InRoom(new RoomMessage.Noted(from, order, ground)));
    }

    private record Objection(FailureKind kind, String detail) {}

    private Optional<Objection> objection(VmId vm, Ground ground) {
        Optional<Objection> here = ground.sighting()
                .state()
                .filter(VmState::holdsMemory)
                .map(state -> new Objection(
                        state == VmState.INCOMING ? FailureKind.HYPERVISOR_ERROR : FailureKind.DESTINATION_REFUSED,
                        "vm " + vm + " is on host " + outside.host() + " already, " + state));
        return here.or(() -> ground.inTheWay()
                .map(file -> new Objection(
                        FailureKind.DESTINATION_REFUSED,
                        file + " lies on host " + outside.host()
                                + " already, and was not made for this move; see whose it is, and remove it")));
    }

    private boolean isNewest(RoomMessage message) {
        return message.from().mark().equals(newest.get(message.vm()));
    }

    private void make(RoomMessage.Noted noted) {
        reports.host()
                .tellWhen(
                        turns.next((hypervisor, turn) ->
                                Files.make(hypervisor, turn, noted.order().disks(), noted.ground())),
                        answer -> new HostMessage.InRoom(new RoomMessage.Made(
                                noted.from(), noted.order(), noted.ground().mode(), answer)));
    }

    private Optional<JournalMessage.Append> made(RoomMessage.Made made) {
        CommandMark mark = made.from().mark();
        return switch (made.answer()) {
            case Answer.Given<Done> done -> {
                LOG.info(
                        "host={} migration={} attempt={} has room for the disks of {}, {}",
                        outside.host(),
                        mark.migration(),
                        mark.attempt().value(),
                        made.order().vm(),
                        made.mode());
                yield say(
                        made.from(),
                        new DestinationPrepared(mark.migration(), mark.attempt(), mark.sequence(), made.mode()));
            }
            case Answer.Trouble<Done>(var kind, var detail) -> {
                say(made.from(), refusal(made.from(), kind, detail));
                yield kind == FailureKind.DESTINATION_REFUSED
                        ? Optional.of(closed(made.order().vm()))
                        : Optional.empty();
            }
        };
    }

    /** What is in the way is somebody's, and all that was made is gone. */
    private static JournalMessage.Append closed(VmId vm) {
        return new JournalMessage.Append(new JournalEntry.RoomClosed(vm), new HostMessage.Noted());
    }

    private Optional<JournalMessage.Append> removed(RoomMessage.Removed removed) {
        CommandMark mark = removed.from().mark();
        VmId vm = removed.order().vm();
        return switch (removed.answer()) {
            case Answer.Trouble<Sighting> trouble -> {
                reports.refuse(removed.from(), RefusalReason.HYPERVISOR_ERROR, trouble.detail());
                yield Optional.empty();
            }
            case Answer.Given<Sighting>(Sighting here)
            when !Files.isGone(here) ->
                say(
                        removed.from(),
                        new VmObserved(mark.migration(), mark.attempt(), vm, here.state(), here.jobActive()));
            case Answer.Given<Sighting> gone ->
                Optional.of(new JournalMessage.Append(
                        new JournalEntry.RoomClosed(vm),
                        new HostMessage.InRoom(new RoomMessage.Closed(removed.from(), removed.order()))));
        };
    }

    private Optional<JournalMessage.Append> refuse(CommandMessage from, FailureKind kind, String detail) {
        return say(from, refusal(from, kind, detail));
    }

    private DestinationRefused refusal(CommandMessage from, FailureKind kind, String detail) {
        CommandMark mark = from.mark();
        LOG.warn(
                "host={} migration={} attempt={} has no room: {}, {}",
                outside.host(),
                mark.migration(),
                mark.attempt().value(),
                kind,
                detail);
        return new DestinationRefused(mark.migration(), mark.attempt(), mark.sequence(), kind, detail);
    }

    private Optional<JournalMessage.Append> say(CommandMessage from, Report report) {
        reports.say(report, Cause.of(from.head()));
        return Optional.empty();
    }

    private static List<FilePath> paths(List<LocalDisk> disks) {
        return disks.stream().map(LocalDisk::path).toList();
    }
}
