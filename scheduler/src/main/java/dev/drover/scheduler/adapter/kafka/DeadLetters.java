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

/** What can't be read, as it was found: key, headers and value, with the reason and the place in headers of its own. */
final class DeadLetters {
    /** Why it is here, for programs: a {@link dev.drover.schema.event.SetAsideReason}. */
    static final String REASON = "drover_reason";

    /** Why it is here, for people. */
    static final String WHY = "drover_why";

    /** The key it had. */
    static final String KEY = "drover_key";

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
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.DEAD_LETTERS, 0, place, bytes(letter.record().value()));
        letter.record().headers().forEach(header -> record.headers().add(header.name(), bytes(header.value())));
        letter.record().key().ifPresent(key -> record.headers().add(KEY, key.getBytes(StandardCharsets.UTF_8)));
        InputSetAside rejection = letter.rejection();
        record.headers().add(REASON, rejection.reason().name().getBytes(StandardCharsets.UTF_8));
        record.headers().add(WHY, rejection.why().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static ByteBuffer wrap(byte @Nullable [] bytes) {
        return bytes == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(bytes);
    }

    private static byte[] bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }
}
