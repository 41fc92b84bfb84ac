package dev.drover.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.stream.Stream;

/** Who may see whom. */
final class Layers {
    private static final List<String> LANGUAGE = List.of(
            "id",
            "unit",
            "inventory",
            "intent",
            "report",
            "event",
            "command",
            "telemetry",
            "snapshot",
            "policy",
            "transfer",
            "forecast",
            "topology",
            "message");

    private Layers() {}

    /** Below {@code root} lie just these layers, and each may be seen only by those named before it. */
    static ArchRule downwards(String root, String... topToBottom) {
        List<String> layers = List.of(topToBottom);
        LayeredArchitecture rule = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(root + "..");
        for (String layer : layers) {
            rule = rule.layer(layer).definedBy(root + "." + layer + "..");
        }
        for (String layer : layers) {
            String[] above = layers.subList(0, layers.indexOf(layer)).toArray(String[]::new);
            rule = above.length == 0
                    ? rule.whereLayer(layer).mayNotBeAccessedByAnyLayer()
                    : rule.whereLayer(layer).mayOnlyBeAccessedByLayers(above);
        }
        return rule;
    }

    /** Every class below {@code root} lies in one of these layers. */
    static ArchRule complete(String root, String... layers) {
        String[] packages =
                Stream.of(layers).map(layer -> root + "." + layer + "..").toArray(String[]::new);
        return classes()
                .that(resideInAPackage(root + ".."))
                .should()
                .resideInAnyPackage(packages)
                .as("every class of " + root + " should lie in a layer");
    }

    /** Of this project, {@code module} sees itself and {@code others}, and nothing else. */
    static ArchRule isolated(String module, String... others) {
        String[] own = Stream.concat(Stream.of(module), Stream.of(others))
                .map(name -> name + "..")
                .toArray(String[]::new);
        return classes()
                .that(resideInAPackage(module + ".."))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("dev.drover..").or(resideInAnyPackage(own)))
                .as(module + " should see nothing of this project but itself and " + List.of(others));
    }

    /** The language knows itself, the JDK and Jackson's annotations; how it is written and sent is no part of it. */
    static ArchRule language(String root) {
        return classes()
                .that(resideInAnyPackage(languagePackages(root)))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", "com.fasterxml.jackson.annotation..")
                                .or(resideInAnyPackage(languagePackages(root)))
                                .or(describe("primitive", JavaClass::isPrimitive)))
                .as("the language should know neither codec nor Kafka");
    }

    /** The packages of the language below {@code root}, as ArchUnit wants them. */
    static String[] languagePackages(String root) {
        return LANGUAGE.stream().map(name -> root + "." + name).toArray(String[]::new);
    }
}
