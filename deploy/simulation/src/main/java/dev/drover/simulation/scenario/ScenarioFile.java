package dev.drover.simulation.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** A scenario as a file that people can read and a test can replay for ever. */
public final class ScenarioFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private ScenarioFile() {}

    /** The text of the file. */
    public static String write(Scenario scenario) {
        try {
            return JSON.writeValueAsString(scenario) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a scenario can always be written", impossible);
        }
    }

    /** The scenario in a file; throws {@link IllegalArgumentException} naming what is wrong with it. */
    public static Scenario read(String text) {
        try {
            return JSON.readValue(text, Scenario.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("this is no scenario: " + unreadable.getOriginalMessage(), unreadable);
        }
    }
}
