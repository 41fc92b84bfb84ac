package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.intent.Task;
import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.state.NewTask;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.event.HostsReleased;
import dev.drover.schema.id.HostId;
import dev.drover.schema.intent.EvacuateHosts;
import dev.drover.schema.intent.EvacuationTarget;
import dev.drover.schema.intent.MigrateVm;
import dev.drover.schema.intent.ReleaseHosts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Intents that make work: what is against each, before anything is done. */
final class LastingOrders {
    private LastingOrders() {}

    static Optional<String> objection(Turn turn, EvacuateHosts evacuate) {
        List<HostId> hosts = NewTask.hosts(turn.state(), evacuate.target());
        return rack(turn.state(), evacuate.target(), hosts)
                .or(() -> first(hosts.stream().map(host -> ZoneOrders.unknown(turn.state(), host))))
                .or(() -> first(hosts.stream().map(host -> held(turn.state(), host))))
                .or(() -> evacuate.window()
                        .filter(window -> !window.until().isAfter(turn.now()))
                        .map(window -> "its window closed at " + window.until() + "; set a later one"))
                .or(() -> passed(evacuate.deadline(), turn.now()));
    }

    static Optional<String> objection(ZoneState state, ReleaseHosts release) {
        Optional<Task> task = state.intents().task(release.evacuation()).filter(Task::holdsHosts);
        if (task.isEmpty()) {
            return Optional.of("intent " + release.evacuation() + " holds no hosts; it is no evacuation, was released, "
                    + "or is not known");
        }
        return task.filter(one -> one.phase().isOpen())
                .map(one -> "intent " + one.id() + " is still being worked on; wait for its end, or cancel it");
    }

    static void carryOut(Turn turn, ReleaseHosts release) {
        turn.record(new HostsReleased(release.evacuation(), release.intent()));
    }

    static Optional<String> objection(Turn turn, MigrateVm migrate) {
        ZoneState state = turn.state();
        Optional<HostId> home = state.inventory().home(migrate.vm());
        if (home.isEmpty()) {
            return Optional.of("vm " + migrate.vm() + " runs on no host of zone " + state.zone());
        }
        return migrate.destination()
                .flatMap(host -> destination(state, home.get(), host))
                .or(() -> state.migrations().of(migrate.vm()).map(LastingOrders::onItsWay))
                .or(() -> state.intents()
                        .migrating(migrate.vm())
                        .map(other -> "intent " + other.id() + " moves vm " + migrate.vm() + " already"))
                .or(() -> passed(migrate.deadline(), turn.now()));
    }

    private static Optional<String> destination(ZoneState state, HostId home, HostId destination) {
        if (home.equals(destination)) {
            return Optional.of("the vm is on " + destination + " already");
        }
        if (state.inventory().cordoned().containsKey(destination)) {
            return Optional.of("host " + destination + " is cordoned; uncordon it, or choose another");
        }
        return ZoneOrders.unknown(state, destination).or(() -> held(state, destination));
    }

    private static String onItsWay(Migration migration) {
        return "migration " + migration.id() + " of the vm is " + migration.phase() + "; wait for its end, or stop it";
    }

    private static Optional<String> rack(ZoneState state, EvacuationTarget target, List<HostId> hosts) {
        return target instanceof EvacuationTarget.WholeRack whole && hosts.isEmpty()
                ? Optional.of("rack " + whole.rack() + " is not in the topology of zone " + state.zone()
                        + ", or none of its hosts has ever reported")
                : Optional.empty();
    }

    private static Optional<String> held(ZoneState state, HostId host) {
        return state.intents()
                .holding(host)
                .map(other ->
                        "host " + host + (other.phase().isOpen() ? " is being evacuated already" : " is kept empty")
                                + ", by intent " + other.id());
    }

    private static Optional<String> passed(Optional<Instant> deadline, Instant now) {
        return deadline.filter(end -> !end.isAfter(now))
                .map(end -> "its deadline " + end + " has passed; set a later one");
    }

    private static Optional<String> first(Stream<Optional<String>> objections) {
        return objections.flatMap(Optional::stream).findFirst();
    }
}
