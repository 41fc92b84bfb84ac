package dev.drover.simulation.promise;

import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.MigrationAttemptFailed;
import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.MigrationResolved;
import dev.drover.schema.event.MigrationStayed;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.MigrationTransferred;
import dev.drover.schema.event.MigrationUnresolved;
import dev.drover.schema.event.RateGranted;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.EvacuationTarget;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A zone's events, kept book of by other rules than the scheduler's. */
final class Ledger {
    private final TreeMap<MigrationId, Course> courses = new TreeMap<>();
    private final TreeMap<IntentId, List<HostId>> draining = new TreeMap<>();

    /** The next event. */
    void add(ZoneEvent event) {
        switch (event) {
            case MigrationPlanned plan -> courses.put(plan.migration(), Course.of(plan));
            case MigrationDispatched sent -> change(sent.migration(), course -> course.sending(sent.rate()));
            case RateGranted grant -> change(grant.migration(), course -> course.sending(grant.rate()));
            case MigrationTransferred left -> change(left.migration(), Course::resting);
            case MigrationAttemptFailed failed -> change(failed.migration(), Course::resting);
            case MigrationStayed stayed -> change(stayed.migration(), Course::resting);
            case MigrationSucceeded succeeded -> change(succeeded.migration(), Course::ended);
            case MigrationFailed failed -> change(failed.migration(), Course::ended);
            case MigrationUnresolved unresolved -> change(unresolved.migration(), Course::unresolved);
            case MigrationResolved resolved -> change(resolved.migration(), Course::ended);
            case MigrationCancelled cancelled -> change(cancelled.migration(), Course::ended);
            case IntentAccepted accepted -> {
                if (accepted.accepted() instanceof EvacuateHosts evacuate
                        && evacuate.target() instanceof EvacuationTarget.Hosts hosts) {
                    draining.put(evacuate.intent(), hosts.hosts());
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

    /** Whether somebody wants the host empty. */
    boolean isDraining(HostId host) {
        return draining.values().stream().anyMatch(hosts -> hosts.contains(host));
    }

    /** The hosts that the intent empties, from when it is accepted until they are released. */
    List<HostId> drains(IntentId intent) {
        return draining.getOrDefault(intent, List.of());
    }

    private void change(MigrationId migration, UnaryOperator<Course> change) {
        find(migration).ifPresent(course -> courses.put(migration, change.apply(course)));
    }
}
