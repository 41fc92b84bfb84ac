package dev.drover.simulation.promise;

import dev.drover.schema.event.MigrationPlanned;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.unit.BitsPerSecond;

/**
 * What the events have said of one migration so far.
 *
 * @param sending whether bytes may be on the network for it
 * @param waiting whether nothing comes of it without a person
 * @param over whether nothing follows
 * @param rate what it was last allowed to send
 * @param begun the version of the uplinks under which its last attempt began
 * @param told the one under which it was last told a rate
 */
record Course(
        MigrationPlanned plan,
        boolean sending,
        boolean waiting,
        boolean over,
        BitsPerSecond rate,
        int begun,
        int told) {
    static Course of(MigrationPlanned plan) {
        return new Course(plan, false, false, false, BitsPerSecond.ZERO, 0, 0);
    }

    Course starting(BitsPerSecond allowed, int uplinks) {
        return new Course(plan, true, waiting, over, allowed, uplinks, uplinks);
    }

    Course sending(BitsPerSecond allowed, int uplinks) {
        return new Course(plan, true, waiting, over, allowed, begun, uplinks);
    }

    Course resting() {
        return new Course(plan, false, waiting, over, BitsPerSecond.ZERO, begun, told);
    }

    Course unresolved(boolean maySend) {
        return maySend
                ? new Course(plan, sending, true, over, rate, begun, told)
                : new Course(plan, false, true, over, BitsPerSecond.ZERO, begun, told);
    }

    Course ended() {
        return new Course(plan, false, false, true, BitsPerSecond.ZERO, begun, told);
    }

    VmId vm() {
        return plan.vm();
    }

    HostId source() {
        return plan.source();
    }

    HostId destination() {
        return plan.destination();
    }
}
