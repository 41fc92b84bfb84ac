package dev.drover.simulation.promise;

import dev.drover.schema.policy.ZonePolicy;
import dev.drover.simulation.fleet.Fleet;
import dev.drover.simulation.fleet.SimJob;
import dev.drover.simulation.witness.Happening;
import java.util.List;
import java.util.stream.Stream;

/**
 * I5: what really is sent over a link, be it a card or an uplink, is never more than migrations may use of it. On uplinks
 * that were laid down anew, what has begun since counts.
 */
final class LinksAreNotOverrun implements Promise {
    private final Fleet fleet;
    private final LinkLoad load = new LinkLoad();
    private final Ledgers ledgers = new Ledgers();
    private final Cards cards;
    private final Limits limits;

    LinksAreNotOverrun(Truth truth) {
        this.fleet = truth.fleet();
        this.cards = new Cards(truth.scenario());
        this.limits = new Limits(truth.scenario().policy());
    }

    @Override
    public String id() {
        return "I5-physical";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        return switch (happening) {
            case Happening.Committed committed -> {
                committed.events().forEach(event -> {
                    limits.add(committed.zone(), event.event());
                    ledgers.of(committed.zone()).add(event.event());
                });
                yield List.of();
            }
            case Happening.Moved moved -> {
                load.clear();
                fleet.jobs().forEach(job -> load.add(path(job), job.rate()));
                yield load.overloaded("sent", limits.most(ZonePolicy::linkSharePercent));
            }
            default -> List.of();
        };
    }

    private List<Link> path(SimJob job) {
        Stream<Link> uplinks = ledgers.all().stream()
                .flatMap(ledger -> ledger.newest(job.vm(), job.source(), job.destination()).stream()
                        .flatMap(course -> ledger.begun(course).stream()));
        return Stream.concat(cards.between(job.source(), job.destination()).stream(), uplinks)
                .toList();
    }
}
