package org.customervaluesquads.squadservice;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.Test;

/** Keeps the middle pure: what a feature's rules may use is listed, and everything else is forbidden. */
class ArchitectureTest {

    private static final String ROOT = "org.customervaluesquads.squadservice";
    private static final String[] FEATURES = {
        ROOT + ".squads",
        ROOT + ".people",
        ROOT + ".outbox",
        ROOT + ".idempotency",
        ROOT + ".stages",
        ROOT + ".history",
        ROOT + ".cycles",
        ROOT + ".decisions",
        ROOT + ".playbooks",
        ROOT + ".skills",
        ROOT + ".availability",
        ROOT + ".formations",
        ROOT + ".platform",
        ROOT + ".policies"
    };

    private static final String[] VALUES = {"java..", "org.jspecify..", "org.customervaluesquads.contracts"};

    /** A use case knows of transactions, and that it is a bean. */
    private static final String[] EDGE_OF_USE_CASES = {"jakarta.transaction..", "jakarta.enterprise.context.."};

    private static final ArchRule RULES_ARE_PURE = classes()
            .that(resideInAnyPackage(FEATURES))
            .and(not(useCases()))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(VALUES).or(resideInAnyPackage(FEATURES)));

    private static final ArchRule USE_CASES_KNOW_TRANSACTIONS_ONLY = classes()
            .that(are(useCases()))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(VALUES)
                    .or(resideInAnyPackage(FEATURES))
                    .or(resideInAnyPackage(EDGE_OF_USE_CASES)));

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void rulesArePure() {
        RULES_ARE_PURE.check(main);
    }

    @Test
    void useCasesKnowTransactionsOnly() {
        USE_CASES_KNOW_TRANSACTIONS_ONLY.check(main);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(main);
    }

    @Test
    void findsAFrameworkInARule() {
        JavaClasses planted = new ClassFileImporter().importPackages(ROOT + ".squads", ROOT + ".squads.store");

        assertThatThrownBy(() -> classes()
                        .that(resideInAPackage(ROOT + ".squads.store"))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(VALUES).or(resideInAnyPackage(FEATURES)))
                        .check(planted))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void looksAtEveryFeature() {
        for (String feature : FEATURES) {
            assertThat(main.stream().filter(inside -> inside.getPackageName().equals(feature)))
                    .as(feature)
                    .isNotEmpty();
        }
    }

    private static DescribedPredicate<JavaClass> useCases() {
        return resideInAnyPackage(FEATURES)
                .and(CanBeAnnotated.Predicates.annotatedWith(ApplicationScoped.class)
                        .forSubtype())
                .as("use cases");
    }
}
