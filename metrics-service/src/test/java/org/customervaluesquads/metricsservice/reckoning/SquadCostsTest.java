package org.customervaluesquads.metricsservice.reckoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.customervaluesquads.contracts.SquadPublished.CostStep;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.junit.jupiter.api.Test;

class SquadCostsTest {

    private static final String MONDAY = "2024-03-04";
    private static final LocalDate LATER = LocalDate.parse("2024-04-01");

    @Test
    void chargesAWorkingDayWholeAndAnHourATwentyFourth() {
        List<CostStep> steps = List.of(cost(MONDAY, "1000.00", "GBP"));

        assertThat(costs(Window.dayOf(at("2024-03-04T10:00:00Z")), steps)).isEqualTo(Map.of("GBP", "1000.00"));
        assertThat(costs(Window.hourOf(at("2024-03-04T10:00:00Z")), steps)).isEqualTo(Map.of("GBP", "41.666667"));
    }

    @Test
    void chargesNothingAtWeekendsAndBeforeTheFirstStep() {
        List<CostStep> steps = List.of(cost(MONDAY, "1000.00", "GBP"));

        assertThat(costs(Window.dayOf(at("2024-03-09T00:00:00Z")), steps)).isEmpty();
        assertThat(costs(Window.dayOf(at("2024-03-01T00:00:00Z")), steps)).isEmpty();
    }

    @Test
    void chargesNothingForDaysToComeAndTodayWhole() {
        List<CostStep> steps = List.of(cost(MONDAY, "10", "GBP"));
        Window week = new Window(Grain.TOTAL, at("2024-03-04T00:00:00Z"), at("2024-03-11T00:00:00Z"));

        List<Tally> tallies = SquadCosts.in(week, steps, Calendar.UTC, LocalDate.parse("2024-03-06"));

        assertThat(byCurrency(tallies)).isEqualTo(Map.of("GBP", "30"));
    }

    @Test
    void holdsEachStepUntilTheNextOfItsCurrency() {
        List<CostStep> steps =
                List.of(cost(MONDAY, "10", "GBP"), cost(MONDAY, "7", "EUR"), cost("2024-03-06", "0", "GBP"));
        Window week = new Window(Grain.TOTAL, at("2024-03-04T00:00:00Z"), at("2024-03-11T00:00:00Z"));

        Map<String, String> costs = costs(week, steps);

        assertThat(costs).isEqualTo(Map.of("GBP", "20", "EUR", "35"));
    }

    @Test
    void namesTheDaysThatCostSomething() {
        List<CostStep> steps = List.of(cost("2024-03-07", "10", "GBP"), cost("2024-03-12", "0", "GBP"));

        assertThat(SquadCosts.days(steps, LocalDate.parse("2024-03-01"), LATER))
                .containsExactly(
                        LocalDate.parse("2024-03-07"), LocalDate.parse("2024-03-08"), LocalDate.parse("2024-03-11"));
    }

    private static Map<String, String> costs(Window window, List<CostStep> steps) {
        return byCurrency(SquadCosts.in(window, steps, Calendar.UTC, LATER));
    }

    private static Map<String, String> byCurrency(List<Tally> tallies) {
        return tallies.stream()
                .collect(Collectors.toMap(
                        tally -> String.valueOf(tally.alike().currency()), tally -> plain(tally.amount())));
    }

    private static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }
}
