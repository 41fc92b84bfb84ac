package dev.drover.simulation.promise;

import dev.drover.simulation.fleet.Fleet;
import dev.drover.simulation.witness.Happening;
import java.util.List;

/** I5: what really is sent over a link is never more than migrations may use of it. */
final class LinksAreNotOverrun implements Promise {
    private final Fleet fleet;
    private final LinkLoad load;

    LinksAreNotOverrun(Truth truth) {
        this.fleet = truth.fleet();
        this.load = new LinkLoad(truth.scenario());
    }

    @Override
    public String id() {
        return "I5-physical";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        if (!(happening instanceof Happening.Moved)) {
            return List.of();
        }
        load.clear();
        fleet.jobs().forEach(job -> load.add(job.source(), job.destination(), job.rate()));
        return load.overloaded("sent");
    }
}
