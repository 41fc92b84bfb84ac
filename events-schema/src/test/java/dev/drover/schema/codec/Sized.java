package dev.drover.schema.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.drover.schema.id.HostId;
import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.HostFacts;
import dev.drover.schema.inventory.MigrationUri;
import dev.drover.schema.inventory.VmFacts;
import dev.drover.schema.inventory.VmName;
import dev.drover.schema.inventory.VmState;
import dev.drover.schema.unit.BitsPerSecond;
import dev.drover.schema.unit.Bytes;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Bodies whose JSON has just as many bytes as a test wants. */
final class Sized {
    private static final int USUAL = 100;

    private Sized() {}

    /** What {@code make} makes of as many names as that takes; each name must add its length to the JSON. */
    static <T> T body(int bytes, Function<List<String>, T> make) {
        int one = length(make.apply(names(1, 0)));
        int further = length(make.apply(names(2, 0))) - one;
        int count = 1 + (bytes - one) / further;
        return make.apply(names(count, bytes - one - (count - 1) * further));
    }

    /** A host with a vm of each name. */
    static HostFacts facts(List<String> names) {
        return new HostFacts(
                new HostId("h1"),
                Bytes.gibibytes(768),
                BitsPerSecond.megabits(25_000),
                new MigrationUri("qemu+tcp://10.1.1.1/system"),
                IntStream.range(0, names.size())
                        .mapToObj(number -> new VmFacts(
                                new VmId(new UUID(0, number)),
                                new VmName(names.get(number)),
                                Bytes.gibibytes(8),
                                VmState.RUNNING))
                        .toList());
    }

    private static List<String> names(int count, int longer) {
        return IntStream.range(0, count)
                .mapToObj(number -> "n" + "0".repeat(number < longer ? USUAL - 6 : USUAL - 7) + (100_000 + number))
                .toList();
    }

    private static int length(Object body) {
        try {
            return Json.forPrograms().writeValueAsBytes(body).length;
        } catch (JsonProcessingException unwritable) {
            throw new AssertionError(unwritable);
        }
    }
}
