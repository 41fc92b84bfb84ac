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

/**
 * I5: the rates that are granted on a link never add up to more than migrations may use of it, and none is
 * raised beyond what they may use now.
 */
final class LinksAreNotOverbooked implements Promise {
    private final LinkLoad load;
    private final Limits limits;
    private final Ledgers ledgers = new Ledgers();

    LinksAreNotOverbooked(Truth truth) {
        this.load = new LinkLoad(truth.scenario());
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
            Optional<Course> more = given(event.event())
                    .flatMap(given -> ledger.find(given.migration())
                            .filter(before -> before.rate().compareTo(given.rate()) < 0));
            ledger.add(event.event());
            limits.add(committed.zone(), event.event());
            load.clear();
            ledger.sending().forEach(course -> load.add(course.source(), course.destination(), course.rate()));
            broken.addAll(load.overloaded("granted", limits.most(ZonePolicy::linkSharePercent)));
            more.ifPresent(course -> broken.addAll(load.overloaded(
                    "granted anew",
                    limits.now(committed.zone()).linkSharePercent(),
                    course.source(),
                    course.destination())));
        }
        return broken;
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
