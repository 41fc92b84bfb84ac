package dev.drover.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.stream.BaseStream;

/** What a domain may see and call: values in, values out, the same every time. */
final class Purity {
    private static final String[] VALUES = {
        "java.lang",
        "java.lang.annotation",
        "java.util",
        "java.util.function",
        "java.util.stream",
        "java.time",
        "java.math",
        "org.pcollections",
        "org.jgrapht..", // graphs in, graphs out: docs/adr/0022
        "org.jspecify.annotations"
    };

    private static final DescribedPredicate<JavaClass> IMPURE = belongToAnyOf(
            Thread.class,
            ThreadGroup.class,
            ThreadLocal.class,
            InheritableThreadLocal.class,
            Runtime.class,
            Process.class,
            ProcessBuilder.class,
            ProcessHandle.class,
            System.class,
            ClassLoader.class,
            Random.class,
            SplittableRandom.class,
            Scanner.class,
            Timer.class,
            TimerTask.class,
            Clock.class,
            InstantSource.class);

    private Purity() {}

    /** Classes of domain packages below {@code root} see values, the language, and domains of the same root. */
    static ArchRule sees(String root) {
        return classes()
                .that(resideInAPackage(root + "..domain.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(VALUES)
                        .and(not(IMPURE))
                        .or(resideInAnyPackage(Layers.languagePackages(Codebase.SCHEMA)))
                        .or(resideInAPackage(root + "..domain.."))
                        .or(describe("primitive or of those", Purity::isPrimitive)))
                .as("a domain should see only values: no clock, thread, chance, IO, log or format");
    }

    /**
     * Classes of domain packages below {@code root} call nothing, and refer to no method, that answers differently from
     * time to time or from machine to machine.
     */
    static ArchRule calls(String root) {
        return noClasses()
                .that(resideInAPackage(root + "..domain.."))
                .should()
                .accessTargetWhere(describe("its answer depends on more than its arguments", Purity::isImpure))
                .as("a domain should take time, ids and chance as arguments, and keep an order of its own");
    }

    private static boolean isPrimitive(JavaClass type) {
        return type.getBaseComponentType().isPrimitive();
    }

    private static boolean isImpure(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        JavaClass owner = target.getOwner();
        return switch (target.getName()) {
            case "now" -> owner.getPackageName().startsWith("java.time");
            case "random" -> owner.isEquivalentTo(Math.class);
            case "randomUUID" -> owner.isEquivalentTo(UUID.class);
            case "shuffle" -> owner.isEquivalentTo(Collections.class);
            case "parallel", "unordered" -> owner.isAssignableTo(BaseStream.class);
            case "parallelStream" -> owner.isAssignableTo(Collection.class);
            case "of", "ofEntries", "copyOf" -> isSalted(owner);
            case "format", "formatted", "toLowerCase", "toUpperCase" ->
                owner.isEquivalentTo(String.class) && !takesALocale(target);
            case "getDefault" -> owner.isEquivalentTo(Locale.class);
            default -> IMPURE.test(owner);
        };
    }

    /** The JDK's unmodifiable sets and maps are iterated in an order that changes from run to run. */
    private static boolean isSalted(JavaClass owner) {
        return owner.isEquivalentTo(Set.class) || owner.isEquivalentTo(Map.class);
    }

    /** Without one, the machine's own decides, down to the digits. */
    private static boolean takesALocale(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Locale.class));
    }
}
