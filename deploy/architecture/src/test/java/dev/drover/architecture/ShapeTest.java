package dev.drover.architecture;

import static dev.drover.architecture.Codebase.MAIN;
import static dev.drover.architecture.Codebase.planted;
import static dev.drover.architecture.Codebase.violations;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void packages_see_each_other_one_way_only() {
        Shape.withoutCycles("dev.drover").check(MAIN);
    }

    @Test
    void a_cycle_is_found() {
        assertThat(violations(Shape.withoutCycles("dev.drover.planted.cycle"), planted("cycle")))
                .singleElement()
                .asString()
                .contains("Slice hen", "Slice egg");
    }

    @Test
    void a_class_is_named_for_what_it_is() {
        Shape.namedForWhatTheyAre().check(MAIN);
    }

    @Test
    void a_name_that_says_nothing_is_found() {
        assertThat(violations(Shape.namedForWhatTheyAre(), planted("named")))
                .hasSize(5)
                .anyMatch(line -> line.contains("RateHelper"))
                .anyMatch(line -> line.contains("HostManager"))
                .anyMatch(line -> line.contains("VmUtils"))
                .anyMatch(line -> line.contains("VmUtil>"))
                .anyMatch(line -> line.contains("Outer$InnerImpl"));
    }

    @Test
    void nothing_static_changes() {
        Shape.withoutStaticState().check(MAIN);
    }

    @Test
    void a_static_field_that_changes_is_found() {
        assertThat(violations(Shape.withoutStaticState(), planted("fixed")))
                .singleElement()
                .asString()
                .contains("CountsForAll.count");
    }

    @Test
    void every_package_is_checked_for_null() {
        assertThat(Shape.unmarkedPackages(MAIN, "dev.drover")).isEmpty();
    }

    @Test
    void an_unmarked_package_is_found() {
        assertThat(Shape.unmarkedPackages(planted("fixed"), "dev.drover.planted.fixed"))
                .containsExactly("dev.drover.planted.fixed.unmarked");
    }
}
