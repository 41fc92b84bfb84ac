package dev.drover.bench.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.schema.id.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads an instance from a file. */
public final class InstanceReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private InstanceReader() {}

    /** Throws {@link InvalidValueException} that names the file, the field and the cure. */
    public static PlanningProblem read(Path file) {
        try {
            JsonNode tree = MAPPER.readTree(Files.readString(file));
            return new InstanceTables(tree).problem(nameOf(file));
        } catch (InvalidValueException wrong) {
            throw new InvalidValueException(file.toString(), "can't be planned: " + wrong.getMessage());
        } catch (JsonProcessingException spoiled) {
            throw new InvalidValueException(
                    file.toString(),
                    "is not JSON: " + spoiled.getOriginalMessage() + " in line "
                            + spoiled.getLocation().getLineNr() + "; mend it there");
        } catch (NoSuchFileException missing) {
            throw new InvalidValueException(file.toString(), "does not exist; name a file");
        } catch (IOException unreadable) {
            throw new InvalidValueException(
                    file.toString(), "can't be read: " + unreadable + "; name a file of text that you may read");
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }
}
