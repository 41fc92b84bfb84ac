package dev.drover.simulation.promise;

import dev.drover.schema.event.MigrationCancelled;
import dev.drover.schema.event.MigrationFailed;
import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.event.MigrationPreparing;
import dev.drover.schema.event.MigrationSucceeded;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.Attempt;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmState;
import dev.drover.simulation.fleet.SimHost;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * I2 and I21, of disks that go along: a guest has its disks where it is; when a migration is over, the host that it left
 * has none of them any more, and one to which it did not come has none of them either.
 */
final class DisksFollowTheirVms implements Promise {
    private final Truth truth;
    private final TreeMap<ZoneId, ZoneBook> books = new TreeMap<>();

    DisksFollowTheirVms(Truth truth) {
        this.truth = truth;
    }

    @Override
    public String id() {
        return "I2";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        return switch (happening) {
            case Happening.Committed committed -> {
                ZoneBook book = books.computeIfAbsent(committed.zone(), zone -> new ZoneBook());
                yield committed.events().stream()
                        .flatMap(event -> book.leftBy(event.event()).stream())
                        .toList();
            }
            case Happening.Moved moved -> missing();
            default -> List.of();
        };
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (SimHost host : truth.fleet().hosts()) {
            host.facts().vms().stream()
                    .filter(vm -> vm.state() == VmState.RUNNING || vm.state() == VmState.PAUSED)
                    .filter(vm -> !host.files().holdAllOf(vm))
                    .forEach(vm -> missing.add("vm " + vm.vm() + " is on " + host.host() + " and its disk is not"));
        }
        return missing;
    }

    /** What one zone has said of its migrations. */
    private final class ZoneBook {
        private final TreeMap<MigrationId, MigrationPlanned> plans = new TreeMap<>();
        private final TreeSet<MigrationId> made = new TreeSet<>();

        Optional<String> leftBy(ZoneEvent event) {
            return switch (event) {
                case MigrationPlanned plan -> {
                    plans.put(plan.migration(), plan);
                    yield Optional.empty();
                }
                case MigrationPreparing preparing -> {
                    plan(preparing.migration())
                            .filter(plan -> preparing.attempt().equals(Attempt.FIRST))
                            .filter(plan -> !holds(plan, plan.destination()))
                            .ifPresent(plan -> made.add(plan.migration()));
                    yield Optional.empty();
                }
                case MigrationSucceeded succeeded ->
                    plan(succeeded.migration()).flatMap(plan -> left(plan, plan.source()));
                case MigrationFailed failed -> notArrived(failed.migration());
                case MigrationCancelled cancelled -> notArrived(cancelled.migration());
                default -> Optional.empty();
            };
        }

        /** Something of it may be there only where it was made for it: what lay there before is somebody's. */
        private Optional<String> notArrived(MigrationId migration) {
            return plan(migration)
                    .filter(plan -> made.contains(migration))
                    .flatMap(plan -> left(plan, plan.destination()));
        }

        private boolean holds(MigrationPlanned plan, HostId host) {
            return truth.fleet()
                    .host(host)
                    .filter(there -> there.files().holdAnyOf(plan.disks()))
                    .isPresent();
        }

        private Optional<MigrationPlanned> plan(MigrationId migration) {
            return Optional.ofNullable(plans.get(migration));
        }

        private Optional<String> left(MigrationPlanned plan, HostId host) {
            return truth.fleet()
                    .host(host)
                    .filter(there -> there.files().holdAnyOf(plan.disks()) && isElsewhere(there, plan))
                    .map(there -> "a disk of vm " + plan.vm() + " is left on " + host + " after " + plan.migration());
        }

        private boolean isElsewhere(SimHost host, MigrationPlanned plan) {
            return host.facts()
                    .vm(plan.vm())
                    .map(VmFacts::state)
                    .filter(state -> state != VmState.MIGRATED_AWAY)
                    .isEmpty();
        }
    }
}
