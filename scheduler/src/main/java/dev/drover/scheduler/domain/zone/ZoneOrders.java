package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.migration.Migration;
import dev.drover.scheduler.domain.state.ZoneState;
import dev.drover.schema.event.HostCordoned;
import dev.drover.schema.event.HostForgotten;
import dev.drover.schema.event.HostUncordoned;
import dev.drover.schema.event.PolicyChanged;
import dev.drover.schema.event.TopologyChanged;
import dev.drover.schema.event.VmForgotten;
import dev.drover.schema.event.ZoneFrozen;
import dev.drover.schema.event.ZoneThawed;
import dev.drover.schema.id.HostId;
import dev.drover.schema.intent.ChangePolicy;
import dev.drover.schema.intent.ChangeTopology;
import dev.drover.schema.intent.CordonHost;
import dev.drover.schema.intent.ForgetHost;
import dev.drover.schema.intent.ForgetVm;
import dev.drover.schema.intent.FreezeZone;
import dev.drover.schema.intent.ThawZone;
import dev.drover.schema.intent.UncordonHost;
import java.util.Optional;
import java.util.stream.Collectors;

/** Intents about the zone, its hosts and its vms. Asking for what is so already changes nothing. */
final class ZoneOrders {
    private static final int NAMES_SHOWN = 10;

    private ZoneOrders() {}

    /** That a host is not known, if it is not, with those that are. */
    static Optional<String> unknown(ZoneState state, HostId host) {
        return state.inventory().host(host).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "host " + host + " is not known in zone " + state.zone() + "; known are: " + known(state));
    }

    static Optional<String> objection(ZoneState state, ForgetHost forget) {
        return unknown(state, forget.host())
                .or(() -> state.migrations()
                        .underWay(one -> one.plan().source().equals(forget.host())
                                || one.plan().destination().equals(forget.host()))
                        .findFirst()
                        .map(one -> ofMigration("host " + forget.host(), one)));
    }

    static Optional<String> objection(ZoneState state, ForgetVm forget) {
        boolean unknown = state.inventory().knowing(forget.vm()).findAny().isEmpty();
        return unknown
                ? Optional.of("vm " + forget.vm() + " is not known in zone " + state.zone())
                : state.migrations().of(forget.vm()).map(one -> ofMigration("vm " + forget.vm(), one));
    }

    static void carryOut(Turn turn, CordonHost cordon) {
        if (!turn.state().inventory().cordoned().containsKey(cordon.host())) {
            turn.record(new HostCordoned(cordon.host(), cordon.intent()));
        }
    }

    static void carryOut(Turn turn, UncordonHost uncordon) {
        if (turn.state().inventory().cordoned().containsKey(uncordon.host())) {
            turn.record(new HostUncordoned(uncordon.host(), uncordon.intent()));
        }
    }

    static void carryOut(Turn turn, ForgetHost forget) {
        turn.record(new HostForgotten(forget.host(), forget.intent()));
    }

    static void carryOut(Turn turn, ForgetVm forget) {
        turn.record(new VmForgotten(forget.vm(), forget.intent()));
    }

    static void carryOut(Turn turn, ChangeTopology change) {
        turn.record(new TopologyChanged(change.topology()));
    }

    static void carryOut(Turn turn, ChangePolicy change) {
        turn.record(new PolicyChanged(change.policy()));
    }

    static void carryOut(Turn turn, FreezeZone freeze) {
        if (turn.state().rules().frozenBy().isEmpty()) {
            turn.record(new ZoneFrozen(freeze.intent()));
        }
    }

    static void carryOut(Turn turn, ThawZone thaw) {
        if (turn.state().rules().frozenBy().isPresent()) {
            turn.record(new ZoneThawed(thaw.intent()));
        }
    }

    private static String ofMigration(String what, Migration migration) {
        return what + " has migration " + migration.id() + " in phase " + migration.phase()
                + "; wait for its end, cancel it or resolve it";
    }

    private static String known(ZoneState state) {
        int all = state.inventory().hosts().size();
        String names = state.inventory().hosts().keySet().stream()
                .limit(NAMES_SHOWN)
                .map(HostId::value)
                .collect(Collectors.joining(", "));
        return all == 0 ? "none yet" : all > NAMES_SHOWN ? names + " and " + (all - NAMES_SHOWN) + " more" : names;
    }
}
