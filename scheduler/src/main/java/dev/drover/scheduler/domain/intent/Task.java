package dev.drover.scheduler.domain.intent;

import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentCancelRequested;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentEnded.BlockedVm;
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
import dev.drover.schema.intent.LastingIntent;
import java.util.List;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * An accepted intent that takes time. Immutable.
 *
 * @param hosts what an evacuation empties, and then keeps empty until it is released; of others none
 * @param homes where vms were before this evacuation moved them; or, of a release, where they go back to
 * @param blocked the vms that can't be moved for it, with the reason
 * @param overdue whether its deadline was seen to pass
 */
public record Task(
        LastingIntent intent,
        IntentPhase phase,
        List<HostId> hosts,
        PSortedMap<VmId, HostId> homes,
        PSortedMap<VmId, String> blocked,
        boolean overdue) {
    /** Copies the hosts. */
    public Task {
        hosts = List.copyOf(hosts);
    }

    /** Just accepted. */
    public static Task of(LastingIntent intent, List<HostId> hosts, PSortedMap<VmId, HostId> homes) {
        return new Task(intent, IntentPhase.ACTIVE, hosts, homes, TreePMap.empty(), false);
    }

    /** Its name. */
    public IntentId id() {
        return intent.intent();
    }

    /** Whether {@code event} can happen to it now. */
    public boolean allows(Class<? extends IntentEvent> event) {
        return IntentLifecycle.next(phase, event).isPresent();
    }

    /** Whether it keeps vms away from its hosts. */
    public boolean holdsHosts() {
        return phase != IntentPhase.RELEASED && !hosts.isEmpty();
    }

    /** The blocked vms in the order of their ids. */
    public List<BlockedVm> blockedVms() {
        return blocked.entrySet().stream()
                .map(entry -> new BlockedVm(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** With {@code host} as where the vm was, or goes back to. */
    public Task withHome(VmId vm, HostId host) {
        return new Task(intent, phase, hosts, homes.plus(vm, host), blocked, overdue);
    }

    /** With one more vm that can't be moved. */
    public Task withBlocked(VmId vm, String why) {
        return withBlocked(blocked.plus(vm, why));
    }

    /** After {@code event}. An event that the table does not list changes nothing. */
    public Task evolve(IntentEvent event) {
        return IntentLifecycle.next(phase, event.getClass())
                .map(next -> with(event).in(next))
                .orElse(this);
    }

    private Task with(IntentEvent event) {
        return switch (event) {
            case VmBlocked one -> withBlocked(one.vm(), one.why());
            case VmUnblocked one -> withBlocked(blocked.minus(one.vm()));
            case IntentOverdue late -> new Task(intent, phase, hosts, homes, blocked, true);
            case IntentAccepted accepted -> this;
            case IntentRefused refused -> this;
            case IntentPaused paused -> this;
            case IntentResumed resumed -> this;
            case IntentCancelRequested requested -> this;
            case IntentEnded ended -> this;
            case HostsReleased released -> this;
        };
    }

    private Task withBlocked(PSortedMap<VmId, String> now) {
        return new Task(intent, phase, hosts, homes, now, overdue);
    }

    private Task in(IntentPhase next) {
        return new Task(intent, next, hosts, homes, blocked, overdue);
    }
}
