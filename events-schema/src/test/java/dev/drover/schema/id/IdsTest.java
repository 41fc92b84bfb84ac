package dev.drover.schema.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    static Stream<Arguments> names() {
        return Stream.of(
                name("zone", 64, ZoneId::new),
                name("rack", 64, RackId::new),
                name("host", 128, HostId::new),
                name("node", 128, NodeId::new),
                name("intent", 128, IntentId::new),
                name("migration", 128, MigrationId::new),
                name("message id", 200, MessageId::new),
                name("correlation id", 200, CorrelationId::new),
                name("actor", 200, Actor::new));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                number("attempt", 1, Attempt::new),
                number("sequence", 1, Sequence::new),
                number("incarnation", 1, Incarnation::new),
                number("epoch", 0, Epoch::new),
                number("inbox offset", 0, InboxOffset::new));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_is_checked_and_its_field_named(String field, int longest, Function<String, Comparable<?>> make) {
        assertThat(make.apply("a".repeat(longest))).hasToString("a".repeat(longest));
        assertThatThrownBy(() -> make.apply("a".repeat(longest + 1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(field + " is " + (longest + 1) + " characters long; at most " + longest + " are allowed");
        assertThatThrownBy(() -> make.apply("../a"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith(field + " is '../a'; it must ");
    }

    @Test
    void a_device_may_be_called_nearly_anything() {
        assertThat(new DeviceId("0000:3b:00.0 (VF 7)")).hasToString("0000:3b:00.0 (VF 7)");
        assertThatThrownBy(() -> new DeviceId("a".repeat(201)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("device is 201 characters long; at most 200 are allowed");
        assertThatThrownBy(() -> new DeviceId(" "))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("device is blank; give it some text");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void a_number_is_checked_and_its_field_named(String field, long least, LongFunction<Comparable<?>> make) {
        assertThat(make.apply(least)).isEqualTo(make.apply(least)).isNotEqualTo(make.apply(least + 1));
        assertThatThrownBy(() -> make.apply(least - 1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage(field + " is " + (least - 1) + "; it must be at least " + least);
    }

    @Test
    void numbers_count_up_and_compare_by_value() {
        assertThat(Attempt.FIRST.next()).isEqualTo(new Attempt(2)).isGreaterThan(Attempt.FIRST);
        assertThat(Sequence.FIRST.next()).isEqualTo(new Sequence(2)).isGreaterThan(Sequence.FIRST);
        assertThat(new Incarnation(9).next()).isEqualTo(new Incarnation(10)).isGreaterThan(new Incarnation(9));
        assertThat(Epoch.NONE.next()).isEqualTo(new Epoch(1)).isGreaterThan(Epoch.NONE);
        assertThat(new InboxOffset(10)).isGreaterThan(new InboxOffset(9));
    }

    @Test
    void an_actor_says_what_it_is() {
        assertThat(Actor.operator("anna")).hasToString("operator:anna");
        assertThat(Actor.host(new HostId("h1"))).hasToString("host:h1");
        assertThat(Actor.scheduler(new NodeId("node-1"))).hasToString("scheduler:node-1");
    }

    @Test
    void a_vm_is_its_uuid_however_it_is_spelt() {
        assertThat(VmId.of("6F1B2C3D-0000-4000-8000-00000000000A"))
                .isEqualTo(VmId.of("6f1b2c3d-0000-4000-8000-00000000000a"))
                .hasToString("6f1b2c3d-0000-4000-8000-00000000000a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "vm", "6f1b2c3d00004000800000000000000a", "{6f1b2c3d-0000-4000-8000-00000000000a}", "é"})
    void what_is_no_uuid_is_no_vm(String text) {
        assertThatThrownBy(() -> VmId.of(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("vm is not a UUID such as 6f1b2c3d-0000-4000-8000-000000000001");
    }

    @Test
    void a_uuid_in_short_is_no_vm() {
        assertThatThrownBy(() -> VmId.of("1-1-1-1-1"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("vm is not a UUID in its full form of 36 characters");
    }

    @Test
    void vms_are_in_the_order_of_their_text_not_of_their_bits() {
        VmId low = VmId.of("00000000-0000-4000-8000-000000000000");
        VmId high = VmId.of("ffffffff-0000-4000-8000-000000000000");

        assertThat(Stream.of(high, low).sorted()).isEqualTo(List.of(low, high));
    }

    private static Arguments name(String field, int longest, Function<String, Comparable<?>> make) {
        return Arguments.of(field, longest, make);
    }

    private static Arguments number(String field, long least, LongFunction<Comparable<?>> make) {
        return Arguments.of(field, least, make);
    }

    @Test
    void vms_stand_in_the_order_of_their_texts() {
        List<VmId> vms = new SplittableRandom(1)
                .longs(400)
                .mapToObj(bits -> new VmId(new UUID(bits, Long.rotateLeft(bits, 17))))
                .toList();

        List<VmId> sorted = vms.stream().sorted().toList();

        assertThat(sorted).isSortedAccordingTo(Comparator.comparing(VmId::toString));
        assertThat(new VmId(new UUID(1, -1))).isGreaterThan(new VmId(new UUID(1, 1)));
        assertThat(new VmId(new UUID(1, 1))).isEqualByComparingTo(new VmId(new UUID(1, 1)));
    }

    @Test
    void a_path_has_a_folder_and_a_name() {
        FilePath path = new FilePath("/var/lib/vms/db 7.qcow2");
        assertThat(path.folder()).isEqualTo("/var/lib/vms");
        assertThat(path.name()).isEqualTo("db 7.qcow2");
        assertThat(new FilePath("/disk").folder()).isEqualTo("/");
        assertThat(new FilePath("/a")).isLessThan(new FilePath("/b")).hasToString("/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk", "/", "/a/", "/a//b", "/a/../etc/passwd", "/./a", "a/b"})
    void a_path_that_leads_elsewhere_is_refused(String detour) {
        assertThatThrownBy(() -> new FilePath(detour))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("give the absolute path of a file");
    }
}
