package dev.drover.scheduler.adapter.kafka;

import dev.drover.scheduler.engine.DeadLetter;
import dev.drover.scheduler.engine.RawRecord;
import dev.drover.schema.event.InputSetAside;
import dev.drover.schema.kafka.Topics;
import dev.drover.schema.kafka.ZoneLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * What can't be read, as it was found: key, headers and value, with the reason and the place in headers of its own. What
 * is larger than any message may be is cut: brokers count what was compressed, so it may not fit into a record again.
 */
final class DeadLetters {
    /** Why it is here, for programs: a {@link dev.drover.schema.event.SetAsideReason}. */
    static final String REASON = "drover_reason";

    /** Why it is here, for people. */
    static final String WHY = "drover_why";

    /** The key it had. */
    static final String KEY = "drover_key";

    /** How much there was, where more was found than can be kept. */
    static final String CUT = "drover_cut";

    /** So much of a value is kept: more than of any message that can be read. */
    static final int MOST_VALUE_BYTES = 512 * 1024;

    /** So much of the headers together. */
    static final int MOST_HEADER_BYTES = 32 * 1024;

    /** And so much of a key. */
    static final int MOST_KEY_BYTES = 4 * 1024;

    private DeadLetters() {}

    static RawRecord raw(ConsumerRecord<String, byte[]> record) {
        List<RawRecord.Header> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(new RawRecord.Header(header.key(), wrap(header.value())));
        }
        return new RawRecord(Optional.ofNullable(record.key()), headers, wrap(record.value()));
    }

    /** Under the place where it was found: {@code drover.inbox-3@1207}. */
    static ProducerRecord<String, byte[]> write(ZoneLayout layout, DeadLetter letter) {
        String place =
                Topics.INBOX + "-" + layout.partition() + "@" + letter.offset().value();
        RawRecord found = letter.record();
        byte[] key = found.key().orElse("").getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.DEAD_LETTERS, 0, place, bytes(found.value(), MOST_VALUE_BYTES));
        fitting(found.headers()).forEach(header -> record.headers().add(header.name(), bytes(header.value())));
        found.key().ifPresent(unused -> record.headers().add(KEY, bytes(ByteBuffer.wrap(key), MOST_KEY_BYTES)));
        cut(found, key.length, place).ifPresent(cut -> record.headers().add(CUT, cut.getBytes(StandardCharsets.UTF_8)));
        InputSetAside rejection = letter.rejection();
        record.headers().add(REASON, rejection.reason().name().getBytes(StandardCharsets.UTF_8));
        record.headers().add(WHY, rejection.why().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static Optional<String> cut(RawRecord found, int key, String place) {
        int value = found.value().remaining();
        int headers = found.headers().stream().mapToInt(DeadLetters::size).sum();
        return value > MOST_VALUE_BYTES || key > MOST_KEY_BYTES || headers > MOST_HEADER_BYTES
                ? Optional.of("of " + value + " bytes of value, " + key + " of key and " + headers
                        + " of headers not all is kept here; it stands whole at " + place
                        + " as long as the inbox keeps it")
                : Optional.empty();
    }

    /** The first ones, as far as they may be kept. */
    private static List<RawRecord.Header> fitting(List<RawRecord.Header> headers) {
        int left = MOST_HEADER_BYTES;
        List<RawRecord.Header> fit = new ArrayList<>();
        for (RawRecord.Header header : headers) {
            left -= size(header);
            if (left < 0) {
                break;
            }
            fit.add(header);
        }
        return fit;
    }

    private static int size(RawRecord.Header header) {
        return header.name().getBytes(StandardCharsets.UTF_8).length
                + header.value().remaining();
    }

    private static ByteBuffer wrap(byte @Nullable [] bytes) {
        return bytes == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(bytes);
    }

    private static byte[] bytes(ByteBuffer value) {
        return bytes(value, value.remaining());
    }

    private static byte[] bytes(ByteBuffer value, int most) {
        byte[] bytes = new byte[Math.min(value.remaining(), most)];
        value.duplicate().get(bytes);
        return bytes;
    }
}
