package dev.drover.scheduler.domain.zone;

import dev.drover.scheduler.domain.bandwidth.LinkId;
import dev.drover.scheduler.domain.bandwidth.Links;
import dev.drover.schema.id.HostId;
import dev.drover.schema.inventory.Hindrance;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.VmFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands against a move as things are, in words for an operator. Knows nothing of how a planner thinks. */
final class Obstacles {
    private Obstacles() {}

    /** Why the vm can't leave {@code source}. */
    static Optional<String> leaving(Turn turn, VmFacts vm, HostId source) {
        String name = vm.name().value();
        return switch (vm.state()) {
            case PAUSED -> Optional.of(name + " is paused; resume it, or stop it and move its definition");
            case SHUT_OFF -> Optional.of(name + " is shut off; start it, or move its definition");
            case MIGRATED_AWAY ->
                Optional.of(name + " migrated away without Drover and left its definition behind; undefine it");
            case RUNNING, INCOMING, LEAVING ->
                hindered(turn, vm)
                        .or(() -> Optional.of(LinkId.outOf(source))
                                .filter(card -> !Links.carries(turn.state(), card))
                                .map(card -> name + " can't leave: " + tooSlow(card)));
        };
    }

    private static Optional<String> hindered(Turn turn, VmFacts vm) {
        List<Hindrance> hindrances = vm.hindrances(turn.state().rules().disksGoAlong());
        return hindrances.isEmpty()
                ? Optional.empty()
                : Optional.of(hindrances.stream()
                        .map(Hindrance::detail)
                        .collect(Collectors.joining("; ", vm.name().value() + " can't be migrated live: ", "")));
    }

    /** Why it can't come to {@code destination}. */
    static Optional<String> arriving(Turn turn, Claims claims, VmFacts vm, HostId source, HostId destination) {
        return unwelcome(turn, claims, vm, source, destination).or(() -> unreachable(turn, source, destination));
    }

    /** Why nothing can be sent from one to the other, which both stand ready. */
    static Optional<String> unreachable(Turn turn, HostId source, HostId destination) {
        return Links.tooNarrow(turn.state(), source, destination).map(Obstacles::tooSlow);
    }

    private static Optional<String> unwelcome(Turn turn, Claims claims, VmFacts vm, HostId source, HostId destination) {
        if (destination.equals(source)) {
            return Optional.of("it is on " + destination + " already");
        }
        Optional<String> outOfAction = turn.state().inventory().outOfAction(destination);
        if (outOfAction.isPresent()) {
            return outOfAction;
        }
        if (turn.state().inventory().cordoned().containsKey(destination)) {
            return Optional.of(destination + " is cordoned");
        }
        if (turn.state().intents().holding(destination).isPresent()) {
            return Optional.of(destination + " is evacuated");
        }
        HostFacts host = turn.state().inventory().host(destination).orElseThrow();
        return claims.leave(host, vm) ? Optional.empty() : Optional.of(destination + " has too little memory left");
    }

    /** Why there is no host for it: none at all, or not the one it has to go to. */
    static Optional<String> everywhere(
            Turn turn, Claims claims, VmFacts vm, HostId source, Optional<HostId> destination) {
        String name = vm.name().value();
        if (destination.isPresent()) {
            return arriving(turn, claims, vm, source, destination.get()).map(why -> name + " can't go there: " + why);
        }
        List<HostId> welcoming = turn.state().inventory().hosts().keySet().stream()
                .filter(host -> unwelcome(turn, claims, vm, source, host).isEmpty())
                .toList();
        if (welcoming.isEmpty()) {
            return Optional.of(
                    name + " fits on no other host: it needs " + vm.memory().value() + " bytes");
        }
        boolean reachable = welcoming.stream()
                .anyMatch(host -> unreachable(turn, source, host).isEmpty());
        return reachable
                ? Optional.empty()
                : unreachable(turn, source, welcoming.getFirst())
                        .map(why -> name + " reaches no host that has room for it: " + why);
    }

    private static String tooSlow(LinkId link) {
        String what = switch (link.kind()) {
            case HOST -> "network card of ";
            case RACK -> "uplink of rack ";
        };
        return "the " + what + link.owner() + " is too slow to migrate over";
    }
}
