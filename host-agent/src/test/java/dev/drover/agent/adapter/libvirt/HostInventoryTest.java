package dev.drover.agent.adapter.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drover.schema.id.VmId;
import dev.drover.schema.inventory.VmName;
import org.junit.jupiter.api.Test;

class HostInventoryTest {
    private static final VmId VM = VmId.of("6f1b2c3d-0000-4000-8000-000000000001");

    @Test
    void a_name_is_shown_as_it_is() {
        assertThat(HostInventory.name(VM, "wiki, production (2)")).isEqualTo(new VmName("wiki, production (2)"));
    }

    @Test
    void control_characters_are_shown_as_question_marks() {
        assertThat(HostInventory.name(VM, "a\tb")).isEqualTo(new VmName("a?b"));
    }

    @Test
    void a_name_longer_than_255_characters_is_cut() {
        assertThat(HostInventory.name(VM, "x".repeat(300))).isEqualTo(new VmName("x".repeat(255)));
    }

    @Test
    void a_blank_name_is_shown_as_the_id() {
        assertThat(HostInventory.name(VM, "  ")).isEqualTo(new VmName(VM.toString()));
    }
}
