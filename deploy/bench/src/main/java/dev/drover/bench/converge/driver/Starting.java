package dev.drover.bench.converge.driver;

import dev.drover.bench.converge.guest.Act;
import dev.drover.bench.converge.guest.Task;
import java.util.List;

/** How peers begin: with a limit, and with auto-converge on from the start where the guest's owner allows it. */
final class Starting {
    private Starting() {}

    static List<Act> with(Task task, double limitSeconds) {
        Act limit = new Act.Limit(limitSeconds);
        return task.consents().autoConverge() ? List.of(limit, new Act.SlowDown()) : List.of(limit);
    }
}
