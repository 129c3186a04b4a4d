package org.customervaluesquads.squadservice.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.contracts.Money;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static final LocalDate JANUARY = LocalDate.parse("2026-01-10");
    private static final LocalDate MARCH = LocalDate.parse("2026-03-10");
    private static final Profile PROFILE = new Profile("Ada", "finance", null, "GB", List.of(new Skill("sql", 4)));
    private static final Person ADA = new Person(new UUID(0, 1), 1, PROFILE, CostRates.always(euros("400")));

    @Test
    void keepsTheRateThatWasBeforeAChange() {
        Person changed = ADA.changed(PROFILE, euros("500"), MARCH);

        assertThat(changed.costRates().on(JANUARY.minusYears(9))).isEqualTo(euros("400"));
        assertThat(changed.costRates().on(MARCH.minusDays(1))).isEqualTo(euros("400"));
        assertThat(changed.costRates().on(MARCH)).isEqualTo(euros("500"));
        assertThat(changed.costRates().daysOfChange()).containsExactly(MARCH);
    }

    @Test
    void takesTheLastOfTwoRatesOfOneDay() {
        Person changed = ADA.changed(PROFILE, euros("500"), MARCH).changed(PROFILE, euros("600"), MARCH);

        assertThat(changed.costRates().inOrder()).hasSize(2).last().isEqualTo(new CostRate(MARCH, euros("600")));
    }

    @Test
    void staysTheSameVersionWhenNothingChanges() {
        assertThat(ADA.changed(PROFILE, euros("400.00"), MARCH)).isEqualTo(ADA);
    }

    @Test
    void becomesANewVersionWithAnotherProfile() {
        Profile other = new Profile("Ada", "sales", null, "GB", PROFILE.skills());

        assertThat(ADA.changed(other, euros("400"), MARCH)).isEqualTo(new Person(ADA.id(), 2, other, ADA.costRates()));
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
