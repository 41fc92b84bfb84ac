package dev.drover.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** How classes and packages are made, whatever they are about. */
final class Shape {
    private Shape() {}

    /** Packages below {@code root} see each other one way only. */
    static ArchRule withoutCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** A class named after what it is not about. */
    static ArchRule namedForWhatTheyAre() {
        return noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)([$].*)?");
    }

    /** State that all share and any may change. */
    static ArchRule withoutStaticState() {
        return fields().that()
                .areStatic()
                .and(describe(
                        "written by a person",
                        (JavaField field) -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should()
                .beFinal();
    }

    /** Where the annotation is missing, the null checker is silent. */
    static List<String> unmarkedPackages(JavaClasses classes, String root) {
        return classes.getPackage(root).getSubpackagesInTree().stream()
                .filter(found -> !found.getClasses().isEmpty())
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
    }
}
