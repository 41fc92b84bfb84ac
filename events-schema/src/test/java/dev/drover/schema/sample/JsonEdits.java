package dev.drover.schema.sample;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Single changes to a JSON document, each on a copy of it, at every place where they can be made. */
public final class JsonEdits {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonPointer WHOLE = JsonPointer.empty();

    /** Of each type that JSON has, values that mean something to this language and values that don't. */
    public static final List<JsonNode> VALUES = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(0),
            NODES.numberNode(-1),
            NODES.numberNode(7.5),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.numberNode(Long.MIN_VALUE),
            NODES.numberNode(BigInteger.ONE.shiftLeft(63)),
            NODES.textNode(""),
            NODES.textNode("x"),
            NODES.textNode("x".repeat(129)),
            NODES.textNode("Lüfter \uD83D\uDE00"),
            NODES.textNode("2026-01-31T12:00:00.5+02:00"),
            NODES.textNode("2026-01-31T24:00:00Z"),
            NODES.textNode("6F1B2C3D-0000-4000-8000-00000000000A"),
            NODES.textNode("RUNNING"),
            NODES.arrayNode(),
            NODES.arrayNode().addNull(),
            NODES.arrayNode().add("x"),
            NODES.objectNode());

    private JsonEdits() {}

    /** Every document that lacks one field of this one. */
    public static Stream<JsonNode> withoutAField(JsonNode json) {
        return places(json)
                .filter(place -> outer(json, place).isObject())
                .map(place -> edited(json, place.head(), object -> ((ObjectNode) object).remove(name(place))));
    }

    /** Every document with {@code value} in place of one value of this one. */
    public static Stream<JsonNode> with(JsonNode json, JsonNode value) {
        return places(json)
                .map(place -> edited(json, place.head(), outer -> {
                    if (outer instanceof ObjectNode object) {
                        object.set(name(place), value);
                    } else {
                        ((ArrayNode) outer).set(place.last().getMatchingIndex(), value);
                    }
                }));
    }

    /** Every document in which one object has this field more. */
    public static Stream<JsonNode> withAlso(JsonNode json, String field) {
        return Stream.concat(Stream.of(WHOLE), places(json))
                .filter(place -> json.at(place).isObject())
                .map(place -> edited(json, place, object -> ((ObjectNode) object).put(field, 1)));
    }

    /** Every document in which one list ends in its first item again. */
    public static Stream<JsonNode> withAnItemTwice(JsonNode json) {
        return places(json)
                .filter(place -> json.at(place).isArray() && !json.at(place).isEmpty())
                .map(place -> edited(json, place, list -> ((ArrayNode) list).add(list.get(0))));
    }

    private static JsonNode edited(JsonNode json, JsonPointer place, Consumer<JsonNode> edit) {
        JsonNode copy = json.deepCopy();
        edit.accept(copy.at(place));
        return copy;
    }

    /** Each value inside {@code json}, however deep. */
    private static Stream<JsonPointer> places(JsonNode json) {
        Stream<JsonPointer> steps = json.isArray()
                ? IntStream.range(0, json.size()).mapToObj(WHOLE::appendIndex)
                : json.propertyStream().map(field -> WHOLE.appendProperty(field.getKey()));
        return steps.flatMap(
                step -> Stream.concat(Stream.of(step), places(json.at(step)).map(step::append)));
    }

    private static JsonNode outer(JsonNode json, JsonPointer place) {
        return json.at(place.head());
    }

    private static String name(JsonPointer place) {
        return place.last().getMatchingProperty();
    }
}
