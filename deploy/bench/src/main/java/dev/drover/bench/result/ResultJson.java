package dev.drover.bench.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Results as JSON, a line each, and back. */
public final class ResultJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ResultJson() {}

    /** One line. */
    public static String write(Object result) {
        try {
            return MAPPER.writeValueAsString(result);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("results are numbers and names", impossible);
        }
    }

    /** What {@link #write} wrote of one size. */
    public static SizeResult readSize(String json) {
        try {
            return MAPPER.readValue(json, SizeResult.class);
        } catch (JsonProcessingException spoiled) {
            throw new IllegalArgumentException("this is no result of a benchmark: " + json, spoiled);
        }
    }
}
