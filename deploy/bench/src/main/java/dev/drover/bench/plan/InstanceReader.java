package dev.drover.bench.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drover.bench.file.JsonFile;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.schema.id.InvalidValueException;
import java.nio.file.Path;

/** Reads an instance from a file. */
public final class InstanceReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private InstanceReader() {}

    /** Throws {@link InvalidValueException} that names the file, the field and the cure. */
    public static PlanningProblem read(Path file) {
        JsonNode tree = JsonFile.read(file, MAPPER::readTree);
        try {
            return new InstanceTables(tree).problem(nameOf(file));
        } catch (InvalidValueException wrong) {
            throw new InvalidValueException(file.toString(), "can't be planned: " + wrong.getMessage());
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }
}
