package dev.drover.schema.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Ways to spoil a record that no text can hold, or that are large: up to 600 KiB, beyond what any record may be. */
public final class RawMutation {
    private static final int LARGEST = 600 * 1024;
    private static final int SELDOM = 12;
    private static final List<String> NESTS = List.of("[", "{\"a\":", "{\"a\":[", "[{\"kind\":");

    /** Overlong, half a character, too high, never allowed, cut short, out of turn. */
    private static final List<byte[]> NOT_UTF_8 = List.of(
            bytes(0xc0, 0xaf),
            bytes(0xed, 0xa0, 0x80),
            bytes(0xf4, 0x90, 0x80, 0x80),
            bytes(0xff),
            bytes(0xe2, 0x82),
            bytes(0x80));

    private RawMutation() {}

    /** A spoiled copy; the same for the same random numbers. */
    public static ConsumerRecord<String, byte[]> apply(ConsumerRecord<String, byte[]> record, Random random) {
        return random.nextInt(3) == 0
                ? copy(record, record.value(), random.nextInt(record.headers().toArray().length + 1), random)
                : copy(record, body(record.value(), random), -1, random);
    }

    private static byte[] body(byte[] value, Random random) {
        int at = random.nextInt(value.length + 1);
        return switch (random.nextInt(7)) {
            case 0 -> spliced(value, at, Arrays.copyOfRange(value, random.nextInt(at + 1), at));
            case 1 -> spliced(value, at, NOT_UTF_8.get(random.nextInt(NOT_UTF_8.size())));
            case 2 -> twice(value);
            case 3 -> inPlaceOfAValue(value, nested(random), random);
            case 4 -> inPlaceOfAValue(value, (random.nextBoolean() ? "-" : "") + "9".repeat(length(random)), random);
            case 5 -> inPlaceOfAValue(value, "\"" + "é".repeat(length(random) / 2) + "\"", random);
            default -> inPlaceOfAValue(value, "[" + "{},".repeat(length(random) / 3) + "{}]", random);
        };
    }

    /** The first field once more: a key that stands twice. */
    private static byte[] twice(byte[] value) {
        String json = new String(value, StandardCharsets.UTF_8);
        String first = json.substring(Math.min(1, json.length()), Math.max(1, json.indexOf(',')));
        return json.replaceFirst("\\{", "{" + Matcher.quoteReplacement(first) + ",")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String nested(Random random) {
        String nest = NESTS.get(random.nextInt(NESTS.size()));
        return nest.repeat(length(random) / nest.length());
    }

    /** Behind some colon, so that most of what comes before can be read. */
    private static byte[] inPlaceOfAValue(byte[] value, String by, Random random) {
        String json = new String(value, StandardCharsets.UTF_8);
        int colon = json.indexOf(':', random.nextInt(json.length() + 1));
        int end = Math.max(colon + 1, json.indexOf(',', colon + 1));
        return (json.substring(0, colon + 1) + by + json.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private static int length(Random random) {
        return random.nextInt(SELDOM) == 0 ? random.nextInt(LARGEST) : random.nextInt(4_000);
    }

    private static ConsumerRecord<String, byte[]> copy(
            ConsumerRecord<String, byte[]> record, byte[] value, int spoiledHeader, Random random) {
        ConsumerRecord<String, byte[]> copy =
                new ConsumerRecord<>(record.topic(), record.partition(), record.offset(), record.key(), value);
        Header[] headers = record.headers().toArray();
        for (int header = 0; header < headers.length; header++) {
            byte[] kept = headers[header].value();
            copy.headers().add(headers[header].key(), header == spoiledHeader ? header(kept, random) : kept);
        }
        if (spoiledHeader == headers.length) {
            Stream.of(headers)
                    .skip(random.nextInt(headers.length + 1))
                    .findFirst()
                    .ifPresent(again -> copy.headers().add(again.key(), header(again.value(), random)));
        }
        return copy;
    }

    private static byte[] header(byte[] value, Random random) {
        int at = random.nextInt(value.length + 1);
        return switch (random.nextInt(5)) {
            case 0 -> spliced(value, at, NOT_UTF_8.get(random.nextInt(NOT_UTF_8.size())));
            case 1 -> spliced(value, at, Arrays.copyOf(value, at));
            case 2 -> Arrays.copyOf(value, at);
            case 3 -> spliced(value, at, "7".repeat(length(random)).getBytes(StandardCharsets.UTF_8));
            default -> spliced(value, at, bytes(random.nextInt(256), random.nextInt(256)));
        };
    }

    private static byte[] spliced(byte[] value, int at, byte[] middle) {
        ByteArrayOutputStream longer = new ByteArrayOutputStream(value.length + middle.length);
        longer.write(value, 0, at);
        longer.writeBytes(middle);
        longer.write(value, at, value.length - at);
        return longer.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int at = 0; at < values.length; at++) {
            bytes[at] = (byte) values[at];
        }
        return bytes;
    }
}
