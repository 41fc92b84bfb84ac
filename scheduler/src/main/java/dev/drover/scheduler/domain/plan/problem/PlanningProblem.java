package dev.drover.scheduler.domain.plan.problem;

import dev.drover.schema.id.InvalidValueException;
import java.util.List;

/**
 * Everything a whole plan depends on.
 *
 * @param network its first nodes are the hosts, in their order
 * @param vms all that are on the hosts, also those that stay
 */
public record PlanningProblem(String name, List<PlannedHost> hosts, Network network, List<PlannedVm> vms) {
    /** So many hosts and so many vms at most: two numbers then fit into one, where plans are made. */
    public static final int MOST = 1 << 20;

    /** Copies the lists. Validates; throws {@link InvalidValueException}. */
    public PlanningProblem {
        requireAtMost("hosts", hosts.size());
        requireAtMost("vms", vms.size());
        hosts = List.copyOf(hosts);
        vms = List.copyOf(vms);
    }

    private static void requireAtMost(String field, int count) {
        if (count > MOST) {
            throw new InvalidValueException(
                    field, "are " + count + "; plan for " + MOST + " at most, in several zones");
        }
    }
}
