package dev.drover.simulation.promise;

import dev.drover.schema.event.HostCordoned;
import dev.drover.schema.event.HostForgotten;
import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.HostQuarantined;
import dev.drover.schema.event.HostTrusted;
import dev.drover.schema.event.HostUncordoned;
import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationLost;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.MigrationResolved;
import dev.drover.schema.event.MigrationStayed;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.MigrationTransferred;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.RateGranted;
import dev.drover.schema.event.TopologyChanged;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.EvacuationTarget;
import dev.drover.schema.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A zone's events, kept book of by other rules than the scheduler's. */
final class Ledger {
    private final TreeMap<MigrationId, Course> courses = new TreeMap<>();
    private final TreeMap<IntentId, List<HostId>> draining = new TreeMap<>();
    private final Set<HostId> known = new TreeSet<>();
    private final Set<HostId> closed = new TreeSet<>();
    private final Set<HostId> untrusted = new TreeSet<>();
    private Uplinks uplinks;

    Ledger(ZoneId zone) {
        this.uplinks = Uplinks.none(zone);
    }

    /** The next event. */
    void add(ZoneEvent event) {
        switch (event) {
            case MigrationPlanned plan -> courses.put(plan.migration(), Course.of(plan));
            case MigrationDispatched sent ->
                change(sent.migration(), course -> course.starting(sent.rate(), uplinks.version()));
            case RateGranted grant ->
                change(grant.migration(), course -> course.sending(grant.rate(), uplinks.version()));
            case MigrationTransferred left -> change(left.migration(), Course::resting);
            case MigrationAttemptFailed failed -> change(failed.migration(), Course::resting);
            case MigrationStayed stayed -> change(stayed.migration(), Course::resting);
            case MigrationSucceeded succeeded -> change(succeeded.migration(), Course::ended);
            case MigrationFailed failed -> change(failed.migration(), Course::ended);
            case MigrationUnresolved unresolved ->
                change(unresolved.migration(), course -> course.unresolved(unresolved.maySend()));
            case MigrationLost lost -> change(lost.migration(), course -> course.unresolved(false));
            case MigrationResolved resolved -> change(resolved.migration(), Course::ended);
            case MigrationCancelled cancelled -> change(cancelled.migration(), Course::ended);
            case TopologyChanged changed -> uplinks = uplinks.next(changed.topology());
            case HostInventoryRecorded recorded -> known.add(recorded.host());
            case HostForgotten forgotten -> forget(forgotten.host());
            case HostCordoned cordoned -> closed.add(cordoned.host());
            case HostUncordoned uncordoned -> closed.remove(uncordoned.host());
            case HostQuarantined quarantined -> untrusted.add(quarantined.host());
            case HostTrusted trusted -> untrusted.remove(trusted.host());
            case IntentAccepted accepted -> {
                if (accepted.accepted() instanceof EvacuateHosts evacuate) {
                    draining.put(evacuate.intent(), hosts(evacuate.target()));
                }
            }
            case HostsReleased released -> draining.remove(released.intent());
            default -> {} // says nothing about where vms are and what is on the network
        }
    }

    /** The migrations that are not over. */
    Stream<Course> active() {
        return courses.values().stream().filter(course -> !course.over());
    }

    /** The migrations for which bytes may be on the network. */
    List<Course> sending() {
        return active().filter(Course::sending).toList();
    }

    /** Those that are not over and wait for nobody, by name. */
    List<MigrationId> open() {
        return courses.keySet().stream()
                .filter(one -> find(one)
                        .filter(course -> !course.over() && !course.waiting())
                        .isPresent())
                .toList();
    }

    Optional<Course> find(MigrationId migration) {
        return Optional.ofNullable(courses.get(migration));
    }

    /** The newest migration of the vm between these hosts. */
    Optional<Course> newest(VmId vm, HostId source, HostId destination) {
        return courses.descendingMap().values().stream()
                .filter(course -> course.vm().equals(vm)
                        && course.source().equals(source)
                        && course.destination().equals(destination))
                .findFirst();
    }

    /** The uplinks on which what the migration was last told counts. */
    List<Link> told(Course course) {
        return crossed(course, course.told());
    }

    /** The uplinks on which what it really sends counts. */
    List<Link> begun(Course course) {
        return crossed(course, course.begun());
    }

    /** Whether somebody wants the host empty. */
    boolean isDraining(HostId host) {
        return draining.values().stream().anyMatch(hosts -> hosts.contains(host));
    }

    /** The hosts that the intent empties, from when it is accepted until they are released. */
    List<HostId> drains(IntentId intent) {
        return draining.getOrDefault(intent, List.of());
    }

    /** Whether it has reported since it was last forgotten. */
    boolean knows(HostId host) {
        return known.contains(host);
    }

    /** The racks as they were laid down last. */
    Topology topology() {
        return uplinks.topology();
    }

    /** Whether an operator lets no vm come there. */
    boolean isCordoned(HostId host) {
        return closed.contains(host);
    }

    /** Whether its clock is not to be trusted. */
    boolean isQuarantined(HostId host) {
        return untrusted.contains(host);
    }

    /** The intent that the migration serves. */
    Optional<IntentId> intentOf(MigrationId migration) {
        return find(migration).map(course -> course.plan().intent());
    }

    private List<HostId> hosts(EvacuationTarget target) {
        return switch (target) {
            case EvacuationTarget.Hosts hosts -> hosts.hosts();
            case EvacuationTarget.WholeRack whole ->
                uplinks.topology().rack(whole.rack()).stream()
                        .flatMap(rack -> rack.hosts().stream())
                        .filter(known::contains)
                        .toList();
        };
    }

    private List<Link> crossed(Course course, int version) {
        return version == uplinks.version() ? uplinks.between(course.source(), course.destination()) : List.of();
    }

    private void forget(HostId host) {
        known.remove(host);
        closed.remove(host);
        untrusted.remove(host);
    }

    private void change(MigrationId migration, UnaryOperator<Course> change) {
        find(migration).ifPresent(course -> courses.put(migration, change.apply(course)));
    }
}
