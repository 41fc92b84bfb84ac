package dev.drover.cli.simulate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.simulation.SweepResult;
import dev.drover.simulation.Violation;

/** What came of many seeds, for programs. */
final class SweepJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double MILLIS = 1000.0;

    private SweepJson() {}

    /** One object: {@code seeds, steps, faults, violations, elapsed_s}. */
    static String of(SweepResult result) {
        ObjectNode all = JSON.createObjectNode();
        all.put("seeds", result.seeds());
        all.put("steps", result.steps());
        ObjectNode faults = all.putObject("faults");
        result.faults().forEach((kind, count) -> faults.put(kind.name(), count));
        ArrayNode violations = all.putArray("violations");
        result.violations().forEach(violation -> add(violations.addObject(), violation));
        all.put("elapsed_s", result.elapsed().toMillis() / MILLIS);
        return all.toString();
    }

    private static void add(ObjectNode node, Violation violation) {
        node.put("promise", violation.promise());
        node.put("seed", violation.seed());
        node.put("step", violation.step());
        node.put("at", violation.at().toString());
        node.put("what", violation.what());
        node.put("replay", Replay.of(violation));
    }
}
