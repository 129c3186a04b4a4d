package org.customervaluesquads.metricsservice;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "org.customervaluesquads.metricsservice";
    private static final String[] DOMAIN = {
        ROOT + ".answering",
        ROOT + ".attribution",
        ROOT + ".calendars",
        ROOT + ".cells",
        ROOT + ".comparing",
        ROOT + ".customers",
        ROOT + ".customervalue",
        ROOT + ".experiments",
        ROOT + ".impact",
        ROOT + ".defining",
        ROOT + ".forecasting",
        ROOT + ".intents",
        ROOT + ".lab",
        ROOT + ".ledger",
        ROOT + ".listening",
        ROOT + ".method",
        ROOT + ".policies",
        ROOT + ".problems",
        ROOT + ".reckoning",
        ROOT + ".restating",
        ROOT + ".silos",
        ROOT + ".squads",
        ROOT + ".statistics",
        ROOT + ".streaming",
        ROOT + ".transfer"
    };
    private static final String[] ALLOWED = {
        "java..",
        "org.jspecify.annotations..",
        "org.customervaluesquads.contracts..",
        "org.apache.datasketches..",
        "com.fasterxml.jackson.databind",
        "org.hipparchus..",
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final ArchRule DOMAIN_IS_PURE = domainDependsOnlyOn(ALLOWED);

    @Test
    void keepsFrameworksOutOfTheDomain() {
        DOMAIN_IS_PURE.check(CLASSES);
    }

    @Test
    void findsAFrameworkInTheDomainIfThereWereOne() {
        ArchRule withoutSketches = domainDependsOnlyOn(
                "java..",
                "org.jspecify.annotations..",
                "org.customervaluesquads.contracts..",
                "org.hipparchus..",
                "com.fasterxml.jackson.databind");

        assertThat(withoutSketches.evaluate(CLASSES).hasViolation()).isTrue();
    }

    @Test
    void keepsFeaturesFreeOfCycles() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    @Test
    void keepsTheRoomsClockOutOfTheCode() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void keepsTablesBehindStores() {
        classes()
                .that(not(resideInAnyPackage("..store..", ROOT + ".database")))
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..")))
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    private static ArchRule domainDependsOnlyOn(String... others) {
        String[] allowed = new String[others.length + DOMAIN.length];
        System.arraycopy(others, 0, allowed, 0, others.length);
        System.arraycopy(DOMAIN, 0, allowed, others.length, DOMAIN.length);
        return classes()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .allowEmptyShould(false);
    }
}
