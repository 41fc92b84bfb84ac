package dev.drover.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The classes that the rules are about. */
final class Codebase {
    static final String SCHEMA = "dev.drover.schema";
    static final String SCHEDULER = "dev.drover.scheduler";
    static final String AGENT = "dev.drover.agent";
    static final String DEPLOY = "dev.drover.deploy";

    /** All modules, without their tests. */
    static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.drover");

    private Codebase() {}

    /** The planted offenders in one package and below. */
    static JavaClasses planted(String name) {
        return new ClassFileImporter().importPackages("dev.drover.planted." + name);
    }

    /** What {@code rule} has to say against {@code classes}, a line each. */
    static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
