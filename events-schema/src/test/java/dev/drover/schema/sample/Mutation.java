package dev.drover.schema.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ways to spoil a record: bits, bytes, cuts, JSON values and attributes. */
public final class Mutation {
    private static final Pattern VALUE = Pattern.compile("(?<=[:\\[,])(\"[^\"]*\"|-?\\d+|true|false)");
    private static final Pattern NAME = Pattern.compile("\"[^\"]*\"(?=:)");

    private static final List<String> JSON = List.of(
            "null",
            "0",
            "-1",
            "1",
            "1.5",
            "1e999999999",
            "-0",
            "9223372036854775807",
            "9223372036854775808",
            "1".repeat(31),
            "true",
            "[]",
            "{}",
            "[null]",
            "[[[[[]]]]]",
            "{\"kind\":\"unclear\"}",
            "\"\"",
            "\" \"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "\"../..\"",
            "\"RUNNING\"",
            "\"1-1-1-1-1\"",
            "\"2026-01-31T12:00:00Z\"",
            "\"+1000000000-12-31T23:59:59.999999999Z\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[".repeat(40),
            "{\"a\":".repeat(40),
            "NaN",
            "-",
            "\"",
            "'x'",
            "//");

    private static final List<String> TEXT = List.of(
            "",
            " ",
            "0",
            "-1",
            "+1",
            "1",
            "2",
            "9223372036854775807",
            "9223372036854775808",
            "٣",
            "1e9",
            "null",
            "../..",
            "a/b",
            "\n",
            "\u0000",
            "\ufeff",
            "é",
            "\ud83d\ude00",
            "x".repeat(600),
            "1.0",
            "0.3",
            "2026-01-31T12:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00+18:00",
            "yesterday",
            "dev.drover.report.inventory",
            "dev.drover.event.intent-accepted",
            "application/cloudevents+json",
            "%",
            ":");

    private static final List<String> HEADERS = List.of(
            "ce_",
            "ce_x",
            "ce_X",
            "ce_a-b",
            "CE_id",
            "ce_specversion",
            "ce_datacontenttype",
            "ce_dataschema",
            "ce_subject",
            "ce_data",
            "content-type",
            "ce_knownextension",
            "ce_inboxoffset",
            "ce_host",
            "");

    private static final int ALL_WAYS = 10;
    private static final int BODY_ONLY = 8;

    private Mutation() {}

    /** A spoiled copy; the same for the same random numbers. */
    public static Wire apply(Wire wire, Random random) {
        Wire spoiled = wire;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            spoiled = once(spoiled, random, ALL_WAYS);
        }
        return spoiled;
    }

    /** The same with its headers left as they are. */
    public static Wire ofBody(Wire wire, Random random) {
        return once(wire, random, BODY_ONLY);
    }

    private static Wire once(Wire wire, Random random, int ways) {
        return switch (random.nextInt(ways)) {
            case 0 -> wire.holding(flipped(wire.value(), random));
            case 1 -> wire.holding(overwritten(wire.value(), random));
            case 2 -> wire.holding(Arrays.copyOf(wire.value(), random.nextInt(wire.value().length + 1)));
            case 3 -> wire.holding(inserted(wire.value(), random));
            case 4, 5, 6 -> wire.edited(json -> replaced(json, VALUE, pick(JSON, random), random));
            case 7 -> wire.edited(json -> replaced(json, NAME, pick(JSON, random), random));
            case 8 -> wire.with(anyHeader(wire, random), pick(TEXT, random));
            default -> wire.without(anyHeader(wire, random));
        };
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private static byte[] overwritten(byte[] bytes, Random random) {
        byte[] copy = bytes.clone();
        for (int at = random.nextInt(copy.length + 1), left = random.nextInt(8); at < copy.length && left > 0; left--) {
            copy[at++] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private static byte[] inserted(byte[] bytes, Random random) {
        byte[] middle = pick(JSON, random).getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(bytes.length + 1);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + middle.length);
        System.arraycopy(bytes, at, longer, at + middle.length, bytes.length - at);
        System.arraycopy(middle, 0, longer, at, middle.length);
        return longer;
    }

    private static String replaced(String json, Pattern part, String by, Random random) {
        List<MatchResult> found = part.matcher(json).results().toList();
        if (found.isEmpty()) {
            return json;
        }
        MatchResult chosen = found.get(random.nextInt(found.size()));
        return json.substring(0, chosen.start()) + by + json.substring(chosen.end());
    }

    private static String anyHeader(Wire wire, Random random) {
        List<String> present = List.copyOf(wire.headers().keySet());
        return random.nextInt(4) == 0 || present.isEmpty() ? pick(HEADERS, random) : pick(present, random);
    }

    private static String pick(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
