package dev.drover.simulation.promise;

import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.RateGranted;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.MigrationId;
import dev.drover.schema.message.EventMessage;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * I5: the rates that are granted on a link, be it a card or an uplink, never add up to more than migrations may use of
 * it, and none is raised beyond what they may use now. On uplinks that were laid down anew, those count that were granted
 * since.
 */
final class LinksAreNotOverbooked implements Promise {
    private final LinkLoad load = new LinkLoad();
    private final Cards cards;
    private final Limits limits;
    private final Ledgers ledgers = new Ledgers();

    LinksAreNotOverbooked(Truth truth) {
        this.cards = new Cards(truth.scenario());
        this.limits = new Limits(truth.scenario().policy());
    }

    @Override
    public String id() {
        return "I5";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        if (!(happening instanceof Happening.Committed committed)) {
            return List.of();
        }
        List<String> broken = new ArrayList<>();
        Ledger ledger = ledgers.of(committed.zone());
        for (EventMessage event : committed.events()) {
            Optional<MigrationId> more = raised(ledger, event.event());
            ledger.add(event.event());
            limits.add(committed.zone(), event.event());
            load.clear();
            ledger.sending().forEach(course -> load.add(path(ledger, course), course.rate()));
            broken.addAll(load.overloaded("granted", limits.most(ZonePolicy::linkSharePercent)));
            more.flatMap(ledger::find)
                    .ifPresent(course -> broken.addAll(load.overloaded(
                            "granted anew", limits.now(committed.zone()).linkSharePercent(), path(ledger, course))));
        }
        return broken;
    }

    private List<Link> path(Ledger ledger, Course course) {
        return Stream.concat(
                        cards.between(course.source(), course.destination()).stream(), ledger.told(course).stream())
                .toList();
    }

    private static Optional<MigrationId> raised(Ledger ledger, ZoneEvent event) {
        return given(event)
                .filter(given -> ledger.find(given.migration())
                        .filter(before -> before.rate().compareTo(given.rate()) < 0)
                        .isPresent())
                .map(Given::migration);
    }

    private record Given(MigrationId migration, BitsPerSecond rate) {}

    private static Optional<Given> given(ZoneEvent event) {
        return switch (event) {
            case MigrationDispatched sent -> Optional.of(new Given(sent.migration(), sent.rate()));
            case RateGranted granted -> Optional.of(new Given(granted.migration(), granted.rate()));
            default -> Optional.empty();
        };
    }
}
