package dev.drover.scheduler.domain.zone;

import dev.drover.schema.event.IntentAccepted;
import dev.drover.schema.event.IntentRefused;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.intent.EvacuateHost;
import dev.drover.schema.intent.Intent;
import java.util.Optional;
import java.util.stream.Collectors;

/** Accepts an intent, or refuses it with the reason. One that was answered before is not answered again. */
final class IntentDecider {
    private static final int NAMES_SHOWN = 10;

    private IntentDecider() {}

    static void decide(Turn turn, Intent intent) {
        if (turn.state().intents().knows(intent.intent())) {
            return;
        }
        Optional<String> objection = switch (intent) {
            case EvacuateHost evacuate -> objection(turn.state(), evacuate);
        };
        turn.record(objection
                .<ZoneEvent>map(why -> new IntentRefused(intent.intent(), why))
                .orElseGet(() -> new IntentAccepted(intent)));
    }

    private static Optional<String> objection(ZoneState state, EvacuateHost evacuate) {
        HostId host = evacuate.host();
        if (state.inventory().host(host).isEmpty()) {
            return Optional.of(
                    "host " + host + " is not known in zone " + state.zone() + "; known are: " + known(state));
        }
        return state.intents()
                .evacuating(host)
                .map(other -> "host " + host + " is being evacuated already, by intent "
                        + other.intent().intent());
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
