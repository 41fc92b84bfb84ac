package dev.drover.simulation.promise;

import dev.drover.schema.event.HostInventoryRecorded;
import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentEnded;
import dev.drover.schema.event.IntentOutcome;
import dev.drover.schema.event.VmForgotten;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.event.ZoneFrozen;
import dev.drover.schema.event.ZoneThawed;
import dev.drover.schema.id.IntentId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.intent.ChangeTopology;
import dev.drover.schema.intent.CordonHost;
import dev.drover.schema.intent.ForgetHost;
import dev.drover.schema.intent.ForgetVm;
import dev.drover.schema.intent.FreezeZone;
import dev.drover.schema.intent.Intent;
import dev.drover.schema.intent.ReleaseHosts;
import dev.drover.schema.intent.ResolveMigration;
import dev.drover.schema.intent.ThawZone;
import dev.drover.schema.intent.UncordonHost;
import dev.drover.schema.message.EventMessage;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The operators' brakes take hold: when an order is said to be done, it has been done. */
final class OrdersAreCarriedOut implements Promise {
    private final TreeMap<ZoneId, Orders> zones = new TreeMap<>();

    private static final class Orders {
        private final Ledger ledger;
        private final TreeMap<IntentId, Intent> accepted = new TreeMap<>();
        private final Set<VmId> forgotten = new TreeSet<>();
        private boolean frozen;

        Orders(ZoneId zone) {
            this.ledger = new Ledger(zone);
        }
    }

    @Override
    public String id() {
        return "brakes";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        List<String> broken = new ArrayList<>();
        if (happening instanceof Happening.Committed committed) {
            Orders orders = zones.computeIfAbsent(committed.zone(), Orders::new);
            for (EventMessage event : committed.events()) {
                orders.ledger.add(event.event());
                follow(orders, event.event());
                done(orders, event.event())
                        .filter(order -> !isDone(orders, order))
                        .ifPresent(order -> broken.add("this is said to be done, and is not: " + order));
            }
        }
        return broken;
    }

    private static void follow(Orders orders, ZoneEvent event) {
        switch (event) {
            case IntentAccepted accepted -> orders.accepted.put(accepted.intent(), accepted.accepted());
            case ZoneFrozen frozen -> orders.frozen = true;
            case ZoneThawed thawed -> orders.frozen = false;
            case VmForgotten gone -> orders.forgotten.add(gone.vm());
            case HostInventoryRecorded seen -> seen.facts().vms().forEach(vm -> orders.forgotten.remove(vm.vm()));
            default -> {} // carries out nothing that is looked at here
        }
    }

    private static Optional<Intent> done(Orders orders, ZoneEvent event) {
        return event instanceof IntentEnded ended && ended.outcome() == IntentOutcome.COMPLETED
                ? Optional.ofNullable(orders.accepted.get(ended.intent()))
                : Optional.empty();
    }

    private static boolean isDone(Orders orders, Intent order) {
        Ledger ledger = orders.ledger;
        return switch (order) {
            case FreezeZone freeze -> orders.frozen;
            case ThawZone thaw -> !orders.frozen;
            case CordonHost cordon -> ledger.isCordoned(cordon.host());
            case UncordonHost uncordon -> !ledger.isCordoned(uncordon.host());
            case ForgetHost forget -> !ledger.knows(forget.host());
            case ForgetVm forget -> orders.forgotten.contains(forget.vm());
            case ReleaseHosts release -> ledger.drains(release.evacuation()).isEmpty();
            case ChangeTopology change -> ledger.topology().equals(change.topology());
            case ResolveMigration resolve ->
                ledger.find(resolve.migration()).filter(Course::over).isPresent();
            default -> true; // promises of their own look after the others
        };
    }
}
