package org.customervaluesquads.signalservice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "org.customervaluesquads.signalservice";
    private static final String[] MIDDLE = {
        ROOT + ".consent",
        ROOT + ".erasing",
        ROOT + ".intake",
        ROOT + ".intents",
        ROOT + ".learning",
        ROOT + ".live",
        ROOT + ".once",
        ROOT + ".rejected",
        ROOT + ".segment",
        ROOT + ".sources",
        ROOT + ".squads",
        ROOT + ".text",
        ROOT + ".who"
    };

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void keepsTheMiddlePure() {
        theMiddleDependsOnlyOn("java..", "org.jspecify..", "com.fasterxml.jackson..")
                .check(MAIN);
    }

    @Test
    void wouldNoticeALibraryInTheMiddle() {
        ArchRule withoutJackson = theMiddleDependsOnlyOn("java..", "org.jspecify..");

        assertThat(withoutJackson.evaluate(MAIN).hasViolation()).isTrue();
    }

    @Test
    void keepsTheMiddleFreeOfClocks() {
        ArchRule rule = classes()
                .that()
                .resideInAnyPackage(MIDDLE)
                .should()
                .onlyCallMethodsThat(DescribedPredicate.describe(
                        "take no time of their own", method -> !method.getName().equals("now")));

        rule.allowEmptyShould(false).check(MAIN);
    }

    private static ArchRule theMiddleDependsOnlyOn(String... libraries) {
        String[] allowed = new String[libraries.length + MIDDLE.length + 1];
        System.arraycopy(libraries, 0, allowed, 0, libraries.length);
        System.arraycopy(MIDDLE, 0, allowed, libraries.length, MIDDLE.length);
        allowed[allowed.length - 1] = "org.customervaluesquads.contracts";
        return classes()
                .that()
                .resideInAnyPackage(MIDDLE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .allowEmptyShould(false);
    }
}
