package dev.drover.bench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drover.scheduler.domain.plan.problem.Demand;
import dev.drover.scheduler.domain.plan.problem.PlannedVm;
import dev.drover.scheduler.domain.plan.problem.PlanningProblem;
import dev.drover.scheduler.domain.plan.problem.Workload;
import dev.drover.schema.id.InvalidValueException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceReaderTest {
    private static final String GOOD = "{\"switches\":[\"s\"],"
            + "\"links\":[[0,\"a\",\"s\",1000],[1,\"b\",\"s\",1000]],"
            + "\"hosts\":[[\"a\",0,4,16,1000,\"source\"],[\"b\",0,4,16,1000,\"destination\"]],"
            + "\"vms\":[[\"v\",\"a\",\"b\",2000,4,1,96,2,3.5]]}";

    @TempDir
    private Path folder;

    @Test
    void a_table_is_read_column_by_column() throws IOException {
        PlanningProblem problem = InstanceReader.read(written(GOOD));

        assertThat(problem.name()).isEqualTo("some");
        assertThat(problem.hosts().get(0).takesVms()).isFalse();
        assertThat(problem.hosts().get(1).takesVms()).isTrue();
        assertThat(problem.hosts().get(1).capacity()).isEqualTo(new Demand(16 * 1024, 4));
        assertThat(problem.vms())
                .containsExactly(new PlannedVm("v", 0, 1, new Demand(4096, 1), new Workload(2000, 96, 2, 3.5)));
        assertThat(problem.network().narrowestMbps(problem.network().path(0, 1)))
                .isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a\",\"b\",2000 | \"a\",\"z\",2000 | vms[0].destination is z | list it under hosts",
                "\"b\",\"s\",1000 | \"b\",\"x\",1000 | links[1].b is x         | list it under hosts or switches",
                "2000,4,1         | -1,4,1           | vms[0].memUsed is -1     | give a number from 0",
                "2000,4,1         | 2000,4,1.5       | vms[0].cpu is 1.5        | give a whole number",
                "96,2,3.5         | 96,0,3.5         | vms[0].hotDirtyDuration  | give the seconds",
                "96,2,3.5         | 96               | vms[0]                   | vmsColumns",
                "\"switches\"     | \"swatches\"     | switches is missing      | give a list",
                "1,\"b\",\"s\"    | 1,\"a\",\"s\"    | links make a ring        | leave one way",
                "[\"b\",0,4       | [\"a\",0,4       | hosts name a twice       | its own name",
                "\"vms\":         | \"vms\"          | is not JSON              | mend it there"
            })
    void a_mistake_is_named_with_its_file_its_field_and_its_cure(String good, String bad, String field, String cure)
            throws IOException {
        Path file = written(GOOD.replace(good, bad));
        assertThatThrownBy(() -> InstanceReader.read(file))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(field)
                .hasMessageContaining(cure)
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> InstanceReader.read(folder.resolve("none.json")))
                .hasMessageContaining("none.json does not exist");
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("some.json"), text);
    }
}
