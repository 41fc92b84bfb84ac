package dev.drover.simulation.promise;

import dev.drover.schema.policy.ZonePolicy;
import dev.drover.simulation.fleet.Fleet;
import dev.drover.simulation.witness.Happening;
import java.util.List;

/** I5: what really is sent over a link is never more than migrations may use of it. */
final class LinksAreNotOverrun implements Promise {
    private final Fleet fleet;
    private final LinkLoad load;
    private final Limits limits;

    LinksAreNotOverrun(Truth truth) {
        this.fleet = truth.fleet();
        this.load = new LinkLoad(truth.scenario());
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
                committed.events().forEach(event -> limits.add(committed.zone(), event.event()));
                yield List.of();
            }
            case Happening.Moved moved -> {
                load.clear();
                fleet.jobs().forEach(job -> load.add(job.source(), job.destination(), job.rate()));
                yield load.overloaded("sent", limits.most(ZonePolicy::linkSharePercent));
            }
            default -> List.of();
        };
    }
}
