package org.customervaluesquads.localstack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String HERE = "org.customervaluesquads.localstack";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HERE);

    @Test
    void theInfrastructureKnowsOnlyWhatItIsMadeOf() {
        rule(HERE + ".infrastructure..", "javax.sql..", "kafka..", "scala..", "io.zonky..", "org.apache.kafka..")
                .check(MAIN);
    }

    @Test
    void theStackKnowsNothingOfWhatIsSentThroughIt() {
        rule(HERE + ".stack..", HERE, HERE + ".infrastructure..").check(MAIN);
    }

    @Test
    void aReplayKnowsOnlyFilesAndTheDoor() {
        rule(
                        HERE + ".replay..",
                        HERE,
                        "com.fasterxml.jackson..",
                        "com.schibsted..",
                        "org.customervaluesquads.contracts..")
                .check(MAIN);
    }

    @Test
    void theRulesAreAlive() {
        assertThat(rule(HERE + ".cli..", HERE).evaluate(MAIN).hasViolation()).isTrue();
    }

    private static ArchRule rule(String packages, String... mayAlsoDependOn) {
        String[] allowed = new String[mayAlsoDependOn.length + 3];
        System.arraycopy(mayAlsoDependOn, 0, allowed, 3, mayAlsoDependOn.length);
        allowed[0] = packages;
        allowed[1] = "java..";
        allowed[2] = "org.jspecify..";
        return classes()
                .that()
                .resideInAPackage(packages)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .allowEmptyShould(false);
    }
}
