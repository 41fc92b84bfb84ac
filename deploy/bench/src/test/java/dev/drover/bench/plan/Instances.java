package dev.drover.bench.plan;

import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The instances that lie beside the tests. */
public final class Instances {
    private Instances() {}

    /** Where it lies. */
    public static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Instances.class.getResource("/instances/" + name + ".json"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What it says. */
    public static PlanningProblem read(String name) {
        return InstanceReader.read(file(name));
    }
}
