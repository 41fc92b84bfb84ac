package dev.drover.scheduler.domain.plan.place;

import dev.drover.scheduler.domain.plan.problem.Unmoved;
import java.util.Comparator;
import java.util.List;

/** Who moves where, in the order of the vms, and who can't. A vm that is in neither stays where it should be. */
public record Placement(List<Leg> legs, List<Unmoved> unmoved) {
    /** Copies the lists. */
    public Placement {
        legs = List.copyOf(legs);
        unmoved = List.copyOf(unmoved);
    }

    /** Of these in any order. */
    static Placement inOrder(List<Leg> legs, List<Unmoved> unmoved) {
        return new Placement(
                legs.stream().sorted(Comparator.comparingInt(Leg::vm)).toList(),
                unmoved.stream().sorted(Comparator.comparingInt(Unmoved::vm)).toList());
    }
}
