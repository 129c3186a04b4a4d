package org.customervaluesquads.squadservice.squads;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Money;
import org.customervaluesquads.squadservice.people.CostRate;
import org.customervaluesquads.squadservice.people.CostRates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostStepsTest {

    private static final Map<UUID, CostRates> RATES = Map.of(
            person("ada"), CostRates.always(money("400 EUR")),
            person("bob"), CostRates.always(money("333.33 EUR")),
            person("eve"), CostRates.always(money("500 GBP")),
            person("ivo"), CostRates.always(money("0 EUR")),
            person("uma"),
                    new CostRates(List.of(
                            new CostRate(day("0001-01-01"), money("100 EUR")),
                            new CostRate(day("2026-02-10"), money("200 EUR")),
                            new CostRate(day("2026-03-10"), money("150 GBP")))));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        nobody                              |                                           |
        one who stays                       | ada 50 02-01                              | 02-01 200.00 EUR
        one who leaves | ada 50 02-01 02-05 | 02-01 200.00 EUR; 02-05 0.00 EUR
        one who leaves and returns | ada 50 02-01 02-05; ada 50 02-09 | 02-01 200.00 EUR; 02-05 0.00 EUR; 02-09 200.00 EUR
        one who returns the same day        | ada 50 02-01 02-05; ada 50 02-05          | 02-01 200.00 EUR
        another allocation | ada 50 02-01 02-05; ada 75 02-05 | 02-01 200.00 EUR; 02-05 300.00 EUR
        one goes while an equal one comes | ada 50 02-01 02-05; uma 100 02-15 | 02-01 200.00 EUR; 02-05 0.00 EUR; 02-15 200.00 EUR; 03-10 0.00 EUR; 03-10 150.00 GBP
        two currencies on one day | eve 10 02-01; ada 10 02-01 | 02-01 40.00 EUR; 02-01 50.00 GBP
        a rate that changes | uma 100 02-01 03-01 | 02-01 100.00 EUR; 02-10 200.00 EUR; 03-01 0.00 EUR
        a rate that changed before | uma 100 02-20 03-01 | 02-20 200.00 EUR; 03-01 0.00 EUR
        a day before the first known rate | ada 50 2009-12-01 2009-12-02 | 2009-12-01 200.00 EUR; 2009-12-02 0.00 EUR
        a fraction of a cent                | bob 33 02-01                              | 02-01 109.9989 EUR
        somebody who costs nothing          | ivo 50 02-01                              |
        """)
    void stepsWhereTheSumBecomesAnother(String name, @Nullable String memberships, @Nullable String expected) {
        List<Membership> given =
                entries(memberships).map(CostStepsTest::membership).toList();

        var steps = CostSteps.of(given, RATES::get);

        assertThat(steps.stream().map(step -> step.from() + " " + text(step.perWorkingDay())))
                .containsExactlyElementsOf(
                        entries(expected).map(CostStepsTest::withYear).toList());
    }

    @ParameterizedTest(name = "on {0}")
    @CsvSource({"2026-01-31,''", "2026-02-01,40.00 EUR|50.00 GBP", "2026-02-03,50.00 GBP", "2026-02-05,''"})
    void sumsOneDayByCurrency(LocalDate day, String expected) {
        List<Membership> given =
                List.of(membership("eve 10 02-01 02-05"), membership("ada 10 02-01 02-03"), membership("ivo 10 02-01"));

        List<Money> sums = CostSteps.on(day, given, RATES::get);

        assertThat(String.join("|", sums.stream().map(CostStepsTest::text).toList()))
                .isEqualTo(expected);
    }

    private static Stream<String> entries(@Nullable String list) {
        return list == null ? Stream.empty() : Arrays.stream(list.split("; "));
    }

    private static Membership membership(String words) {
        String[] word = words.split(" ");
        LocalDate until = word.length > 3 ? day(word[3]) : null;
        return new Membership(person(word[0]), "analyst", Integer.parseInt(word[1]), day(word[2]), until);
    }

    private static String withYear(String step) {
        return step.indexOf('-') == 4 ? step : "2026-" + step;
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(withYear(day));
    }

    private static UUID person(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes());
    }

    private static Money money(String words) {
        String[] word = words.split(" ");
        return new Money(new BigDecimal(word[0]), word[1]);
    }

    private static String text(Money money) {
        return money.amount().toPlainString() + " " + money.currency();
    }
}
