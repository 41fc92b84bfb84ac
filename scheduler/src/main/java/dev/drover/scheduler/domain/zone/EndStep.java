package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.intent.IntentPhase;
import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.plan.Urgency;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEnded.BlockedVm;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.inventory.VmFacts;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Ends an intent when all it wanted moved has moved, or what is left can't be, or need not be any more. */
final class EndStep {
    private EndStep() {}

    static void run(Turn turn) {
        for (Task task : turn.state().intents().open()) {
            if (isOver(turn, task)) {
                end(turn, task);
            }
        }
    }

    private static boolean isOver(Turn turn, Task task) {
        boolean givenUp = task.phase() == IntentPhase.CANCELLING || Urgency.isTooLate(task, turn.now());
        boolean stuck = givenUp
                || wanted(turn.state(), task)
                        .allMatch(vm -> task.blocked().containsKey(vm)
                                || awaited(turn.state(), vm).isPresent());
        return stuck && !isWorking(turn.state(), task, givenUp);
    }

    /** A vm that another intent sends to an evacuated host has to leave again, so it is waited for too. */
    private static boolean isWorking(ZoneState state, Task task, boolean givenUp) {
        return state.migrations()
                .underWay(one -> one.phase().isMoving())
                .anyMatch(one -> one.plan().intent().equals(task.id())
                        || (!givenUp && task.hosts().contains(one.plan().destination())));
    }

    /** The vms that are not yet where the task wants them. */
    private static Stream<VmId> wanted(ZoneState state, Task task) {
        return switch (task.intent()) {
            case EvacuateHosts evacuate ->
                task.hosts().stream()
                        .flatMap(host -> state.inventory().vmsOn(host).stream().map(VmFacts::vm));
            case MigrateVm migrate ->
                Stream.of(migrate.vm()).filter(vm -> isAway(state, task, vm, migrate.destination()));
            case ReleaseHosts release ->
                task.homes().entrySet().stream()
                        .filter(home -> isAway(state, task, home.getKey(), Optional.of(home.getValue())))
                        .map(home -> home.getKey());
        };
    }

    /** A vm that nobody runs any more is nobody's to move. */
    private static boolean isAway(ZoneState state, Task task, VmId vm, Optional<HostId> destination) {
        Optional<HostId> home = state.inventory().home(vm);
        return home.isPresent() && !home.equals(destination) && !state.tookAway(task.id(), vm);
    }

    private static void end(Turn turn, Task task) {
        List<BlockedVm> left = left(turn, task);
        IntentOutcome outcome = task.phase() == IntentPhase.CANCELLING
                ? IntentOutcome.CANCELLED
                : left.isEmpty() ? IntentOutcome.COMPLETED : IntentOutcome.PARTIAL;
        turn.record(IntentEnded.of(task.id(), outcome, left));
        if (outcome == IntentOutcome.CANCELLED && !task.hosts().isEmpty()) {
            turn.record(new HostsReleased(task.id(), task.id()));
        }
    }

    /** A blocked vm that went some other way is not left; one that nobody knows the whereabouts of is. */
    private static List<BlockedVm> left(Turn turn, Task task) {
        ZoneState state = turn.state();
        Stream<BlockedVm> still = wanted(state, task)
                .map(vm -> new BlockedVm(
                        vm,
                        Optional.ofNullable(task.blocked().get(vm))
                                .or(() -> awaited(state, vm))
                                .orElse(unfinished(task))));
        Stream<BlockedVm> unclear =
                task.blockedVms().stream().filter(blocked -> state.migrations().needsOperator(task.id(), blocked.vm()));
        SortedMap<VmId, BlockedVm> left = new TreeMap<>();
        Stream.of(still, unclear, coming(state, task))
                .flatMap(each -> each)
                .forEach(blocked -> left.putIfAbsent(blocked.vm(), blocked));
        return List.copyOf(left.values());
    }

    /** A host is not empty while a vm is on its way to it, be it for another intent, or waiting for an operator. */
    private static Stream<BlockedVm> coming(ZoneState state, Task task) {
        return task.phase() == IntentPhase.CANCELLING
                ? Stream.empty()
                : state.migrations()
                        .underWay(one -> task.hosts().contains(one.plan().destination()))
                        .map(one -> new BlockedVm(
                                one.plan().vm(),
                                "migration " + one.id() + " brings it to "
                                        + one.plan().destination() + " and is " + one.phase()));
    }

    /** That the vm waits for an operator, be it for another intent: until then nobody moves it. */
    private static Optional<String> awaited(ZoneState state, VmId vm) {
        return state.migrations()
                .of(vm)
                .filter(one -> one.phase().needsOperator())
                .map(one -> "an operator must look at " + one.id() + " first");
    }

    private static String unfinished(Task task) {
        return task.phase() == IntentPhase.CANCELLING
                ? "the intent was cancelled before it was moved"
                : "the window closed before it was moved";
    }
}
