package dev.drover.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCellAndLinesHaveNoTail() {
        Table table = new Table(List.of("vm", "to"), List.of(List.of("vm-1000", "h2"), List.of("a", "host-12")));

        assertThat(table.lines()).containsExactly("vm       to", "vm-1000  h2", "a        host-12");
    }
}
