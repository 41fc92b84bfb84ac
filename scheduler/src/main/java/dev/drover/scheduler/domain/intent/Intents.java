package dev.drover.scheduler.domain.intent;

import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentCancelRequested;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEvent;
import dev.drover.schema.event.IntentOverdue;
import dev.drover.schema.event.IntentPaused;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.IntentResumed;
import dev.drover.schema.event.VmBlocked;
import dev.drover.schema.event.VmUnblocked;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.intent.MigrateVm;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What operators asked for, as far as it is not over; and what is over, so that each is answered once. Immutable.
 *
 * @param tasks accepted intents that are open, or that hold hosts, by name
 * @param holders which of them keeps each host empty; follows from {@code tasks}
 */
public record Intents(PSortedMap<IntentId, Task> tasks, PSortedMap<HostId, IntentId> holders, Answered answered) {
    /** Before anybody asked for anything. */
    public static final Intents EMPTY = new Intents(TreePMap.empty(), TreePMap.empty(), Answered.NONE);

    /** Whether the zone has already answered an intent of this id. */
    public boolean knows(IntentId intent) {
        return tasks.containsKey(intent) || answered.contains(intent);
    }

    /** The accepted intent, while it is open or holds hosts. */
    public Optional<Task> task(IntentId intent) {
        return Optional.ofNullable(tasks.get(intent));
    }

    /** What is being worked on, by name. */
    public List<Task> open() {
        return tasks.values().stream().filter(one -> one.phase().isOpen()).toList();
    }

    /** What keeps vms away from this host: an evacuation that was not released yet. */
    public Optional<Task> holding(HostId host) {
        return Optional.ofNullable(holders.get(host)).flatMap(this::task);
    }

    /** An open intent to migrate just this vm. */
    public Optional<Task> migrating(VmId vm) {
        return open().stream()
                .filter(one ->
                        one.intent() instanceof MigrateVm single && single.vm().equals(vm))
                .findFirst();
    }

    /** With an accepted intent that takes time. */
    public Intents with(Task task) {
        PSortedMap<HostId, IntentId> held = holders;
        for (HostId host : task.hosts()) {
            held = held.plus(host, task.id());
        }
        return new Intents(tasks.plus(task.id(), task), held, answered);
    }

    /** With the vm moved from {@code home} for this intent. */
    public Intents withMoved(IntentId intent, VmId vm, HostId home) {
        return change(
                intent,
                task -> task.hosts().isEmpty() || task.homes().containsKey(vm) ? task : task.withHome(vm, home));
    }

    /** After {@code event}, the log's {@code number}th; what begins is put in by {@link #with}. */
    public Intents evolve(IntentEvent event, long number) {
        return switch (event) {
            case IntentAccepted accepted -> this;
            case IntentRefused refusal -> new Intents(tasks, holders, answered.plus(refusal.intent(), number));
            case IntentEnded ended
            when task(ended.intent()).isEmpty() -> new Intents(tasks, holders, answered.plus(ended.intent(), number));
            case IntentPaused paused -> step(event, number);
            case IntentResumed resumed -> step(event, number);
            case IntentCancelRequested requested -> step(event, number);
            case IntentOverdue late -> step(event, number);
            case IntentEnded ended -> step(event, number);
            case HostsReleased released -> step(event, number);
            case VmBlocked blocked -> step(event, number);
            case VmUnblocked unblocked -> step(event, number);
        };
    }

    private Intents step(IntentEvent event, long number) {
        return change(event.intent(), task -> task.evolve(event)).settled(event.intent(), number);
    }

    /** With the task of this intent changed; nothing where there is none. */
    public Intents change(IntentId intent, UnaryOperator<Task> change) {
        return task(intent)
                .map(one -> new Intents(tasks.plus(intent, change.apply(one)), holders, answered))
                .orElse(this);
    }

    /** What is over and holds nothing needs only be remembered. */
    private Intents settled(IntentId intent, long number) {
        return task(intent)
                .filter(task -> !task.phase().isOpen() && !task.holdsHosts())
                .map(task -> new Intents(tasks.minus(intent), freed(task), answered.plus(intent, number)))
                .orElse(this);
    }

    private PSortedMap<HostId, IntentId> freed(Task task) {
        return holders.minusAll(task.hosts());
    }
}
