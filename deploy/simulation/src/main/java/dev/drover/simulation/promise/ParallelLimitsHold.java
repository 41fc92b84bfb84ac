package dev.drover.simulation.promise;

import dev.drover.schema.id.HostId;
import dev.drover.schema.message.EventMessage;
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

    ParallelLimitsHold(Truth truth) {
        this.truth = truth;
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
                beyond(
                        broken,
                        "jobs leave",
                        jobs,
                        SimJob::source,
                        truth.scenario().policy().parallelOut());
                beyond(
                        broken,
                        "jobs come to",
                        jobs,
                        SimJob::destination,
                        truth.scenario().policy().parallelIn());
            }
            case Happening.Committed committed -> {
                Ledger ledger = ledgers.of(committed.zone());
                for (EventMessage event : committed.events()) {
                    ledger.add(event.event());
                    List<Course> sent = ledger.sending();
                    beyond(
                            broken,
                            "are sent from",
                            sent,
                            Course::source,
                            truth.scenario().policy().parallelOut());
                    beyond(
                            broken,
                            "are sent to",
                            sent,
                            Course::destination,
                            truth.scenario().policy().parallelIn());
                }
            }
            default -> {}
        }
        return broken;
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
