package dev.drover.scheduler.domain.zone;

import dev.drover.schema.report.VmObserved;

/** An observation in words, for the operator who has to decide. */
final class Evidence {
    private Evidence() {}

    static String of(VmObserved seen) {
        return seen.state().map(state -> "has it as " + state).orElse("does not know it")
                + (seen.jobActive() ? ", with a migration running" : "");
    }
}
