package org.customervaluesquads.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.Scope.Attributes;
import org.junit.jupiter.api.Test;

class ScopeTest {

    private static final Scope BRITISH_RETAIL = new Scope(Set.of("GB", "IE"), Set.of("retail"), null, null, null);

    @Test
    void holdsWhoHasAValueOfEachList() {
        assertThat(BRITISH_RETAIL.holds(Attributes.of("IE", "retail", null, "shoe", "web")))
                .isTrue();
        assertThat(BRITISH_RETAIL.holds(Attributes.of("IE", "wholesale", null, null, null)))
                .isFalse();
        assertThat(BRITISH_RETAIL.holds(Attributes.of(null, "retail", null, null, null)))
                .isFalse();
    }

    @Test
    void holdsACustomerByAnyOfManyValues() {
        Attributes seenInTwoRegions =
                new Attributes(Set.of("FR", "GB"), Set.of("retail"), Set.of(), Set.of(), Set.of());

        assertThat(BRITISH_RETAIL.holds(seenInTwoRegions)).isTrue();
    }

    @Test
    void holdsEverythingWithoutLimits() {
        assertThat(Scope.EVERYTHING.holds(Attributes.of(null, null, null, null, null)))
                .isTrue();
    }

    @Test
    void isAroundScopesByTheListsThatAllOfThemHave() {
        Scope french = new Scope(Set.of("FR"), null, null, null, null);

        Scope around = Scope.around(List.of(BRITISH_RETAIL, french));

        assertThat(around).isEqualTo(new Scope(Set.of("FR", "GB", "IE"), null, null, null, null));
        assertThat(Scope.around(List.of(BRITISH_RETAIL))).isEqualTo(BRITISH_RETAIL);
        assertThat(Scope.around(List.of(french, Scope.EVERYTHING))).isEqualTo(Scope.EVERYTHING);
    }
}
