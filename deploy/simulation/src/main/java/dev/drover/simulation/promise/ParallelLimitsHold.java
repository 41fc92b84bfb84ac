package dev.drover.simulation.promise;

import dev.drover.schema.event.MigrationDispatched;
import dev.drover.schema.event.ZoneEvent;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.ZoneId;
import dev.drover.schema.policy.ZonePolicy;
import dev.drover.simulation.fleet.SimJob;
import dev.drover.simulation.witness.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** I4: no more migrations leave a host, or come to one, than the policy allows: by the log, and really. */
final class ParallelLimitsHold implements Promise {
    private final Truth truth;
    private final Ledgers ledgers = new Ledgers();
    private final Limits limits;

    ParallelLimitsHold(Truth truth) {
        this.truth = truth;
        this.limits = new Limits(truth.scenario().policy());
    }

    @Override
    public String id() {
        return "I4";
    }

    @Override
    public List<String> brokenBy(Happening happening) {
        List<String> broken = new ArrayList<>();
        switch (happening) {
            case Happening.Moved moved -> {
                List<SimJob> jobs = truth.fleet().jobs();
                beyond(broken, "jobs leave", jobs, SimJob::source, limits.most(ZonePolicy::parallelOut));
                beyond(broken, "jobs come to", jobs, SimJob::destination, limits.most(ZonePolicy::parallelIn));
            }
            case Happening.Committed committed ->
                committed.events().forEach(event -> check(committed.zone(), event.event(), broken));
            default -> {}
        }
        return broken;
    }

    private void check(ZoneId zone, ZoneEvent event, List<String> broken) {
        Ledger ledger = ledgers.of(zone);
        ledger.add(event);
        limits.add(zone, event);
        if (event instanceof MigrationDispatched sent) {
            Course begun = ledger.find(sent.migration()).orElseThrow();
            List<Course> out = ledger.sending().stream()
                    .filter(course -> course.source().equals(begun.source()))
                    .toList();
            List<Course> in = ledger.sending().stream()
                    .filter(course -> course.destination().equals(begun.destination()))
                    .toList();
            beyond(
                    broken,
                    "are sent from",
                    out,
                    Course::source,
                    limits.now(zone).parallelOut());
            beyond(
                    broken,
                    "are sent to",
                    in,
                    Course::destination,
                    limits.now(zone).parallelIn());
        }
    }

    private static <T> void beyond(List<String> broken, String what, List<T> all, Function<T, HostId> end, int limit) {
        TreeMap<HostId, Integer> counts = new TreeMap<>();
        all.forEach(one -> counts.merge(end.apply(one), 1, Integer::sum));
        counts.forEach((host, count) -> {
            if (count > limit) {
                broken.add(count + " migrations " + what + " " + host + ", allowed are " + limit);
            }
        });
    }
}
