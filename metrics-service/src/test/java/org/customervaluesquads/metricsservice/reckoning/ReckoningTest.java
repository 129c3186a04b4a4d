package org.customervaluesquads.metricsservice.reckoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.reckoning.Tally.Alike;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsYaml;
import org.junit.jupiter.api.Test;

class ReckoningTest {

    private static final Instant EARLY = Instant.parse("2024-03-05T08:15:00Z");
    private static final Instant LATE = Instant.parse("2024-03-05T09:59:59Z");
    private static final Definitions DEFINITIONS =
            DefinitionsYaml.read(ReckoningTest.class.getResourceAsStream("/metric-definitions.yaml"));

    @Test
    void takesCancellationsFromRevenueAndKeepsOrderValueGross() {
        List<Tally> tallies = List.of(ordered("sales", "GBP", 3, "100.50"), cancelled("GBP", 1, "20.25"));

        Map<String, String> values = values(Grain.DAY, tallies);

        assertThat(values)
                .containsEntry("revenue/GBP", "80.25")
                .containsEntry("order-value/GBP", "100.50")
                .containsEntry("cancelled-value/GBP", "20.25")
                .containsEntry("orders", "3")
                .containsEntry("cancellations", "1");
    }

    @Test
    void roundsRatiosHalfToEvenAndShowsWhatTheyAreMadeOf() {
        List<Reckoned> metrics = reckon(Grain.DAY, List.of(ordered("sales", "GBP", 3, "100.00")));

        Reckoned average = named(metrics, "average-order/GBP");

        assertThat(average.value()).isEqualByComparingTo("33.333333");
        assertThat(average.numerator()).isEqualByComparingTo("100.00");
        assertThat(average.denominator()).isEqualByComparingTo("3");
        assertThat(average.facts()).isEqualTo(3);
    }

    @Test
    void keepsCurrenciesApart() {
        List<Tally> tallies = List.of(ordered("sales", "GBP", 1, "10.00"), ordered("sales", "EUR", 1, "7.00"));

        Map<String, String> values = values(Grain.DAY, tallies);

        assertThat(values)
                .containsEntry("revenue/GBP", "10.00")
                .containsEntry("revenue/EUR", "7.00")
                .containsEntry("orders", "2");
    }

    @Test
    void dividesRevenueLessCostByCost() {
        List<Tally> tallies = List.of(
                ordered("sales", "GBP", 1, "500.00"), spent("GBP", "50.00"), Tally.ofCost("GBP", number("150.00")));

        Map<String, String> values = values(Grain.DAY, tallies);

        assertThat(values).containsEntry("return/GBP", "1.500000");
    }

    @Test
    void losesTheWholeCostWhereNothingWasSold() {
        Map<String, String> values = values(Grain.DAY, List.of(Tally.ofCost("GBP", number("150.00"))));

        assertThat(values)
                .isEqualTo(Map.of("squad-cost/GBP", "150.00", "cost/GBP", "150.00", "return/GBP", "-1.000000"));
    }

    @Test
    void hasNoReturnWithoutACost() {
        assertThat(values(Grain.DAY, List.of(ordered("sales", "GBP", 1, "500.00"))))
                .doesNotContainKey("return/GBP");
    }

    @Test
    void hasNoReturnAcrossCurrencies() {
        List<Tally> tallies = List.of(ordered("sales", "EUR", 1, "500.00"), Tally.ofCost("GBP", number("150.00")));

        Map<String, String> values = values(Grain.DAY, tallies);

        assertThat(values).doesNotContainKeys("return/GBP", "return/EUR").containsKey("squad-cost/GBP");
    }

    @Test
    void hasNoMetricsInAnHourWithNothingButACost() {
        assertThat(reckon(Grain.HOUR, List.of(Tally.ofCost("GBP", number("6.25")))))
                .isEmpty();
    }

    @Test
    void countsACustomerOfTwoChannelsOnceAndReachesThemOnBoth() {
        List<Tally> tallies = List.of(engaged("web", 5, "ann", "bob"), engaged("email", 2, "ann"));

        Map<String, String> values = values(Grain.DAY, tallies);

        assertThat(values)
                .containsEntry("active-customers", "2")
                .containsEntry("reach/web", "2")
                .containsEntry("reach/email", "1")
                .containsEntry("tactic-reach/letter", "1")
                .containsEntry("signals", "7");
    }

    @Test
    void hasNoActiveCustomersWhereAllAreAnonymous() {
        assertThat(values(Grain.DAY, List.of(engaged("web", 4)))).isEqualTo(Map.of("signals", "4"));
    }

    @Test
    void namesItsSilosAndItsNewestFact() {
        List<Tally> tallies = List.of(ordered("shop", "GBP", 2, "10.00"), ordered("call-centre", "GBP", 1, "5.00"));

        Reckoned revenue = named(reckon(Grain.DAY, tallies), "revenue/GBP");

        assertThat(revenue.silos()).containsExactly("call-centre", "shop");
        assertThat(revenue.asOf()).isEqualTo(LATE);
        assertThat(revenue.facts()).isEqualTo(3);
        assertThat(revenue.lower()).isEqualTo(revenue.value()).isEqualTo(revenue.upper());
    }

    @Test
    void countsCustomersOfEachIntentAndHowManyOfThemItsOutcomeConfirmed() {
        List<Tally> tallies = List.of(
                intent("purchase", false, "ann", "bob", "cem", "dan"),
                intent("purchase", true, "ann"),
                intent("churn", false, "eve"));

        assertThat(values(Grain.DAY, tallies))
                .isEqualTo(Map.of(
                        "high-intent/purchase", "4",
                        "high-intent/churn", "1",
                        "conversion/purchase", "0.250000",
                        "conversion/churn", "0.000000"));
    }

    @Test
    void tellsOpportunitiesApartByTheirStage() {
        Map<String, String> values =
                values(Grain.DAY, List.of(changed("engaging", 7), changed("won", 3), changed("lost", 1)));

        assertThat(values)
                .containsEntry("opportunities-opened", "7")
                .containsEntry("pipeline", "3")
                .containsEntry("win-rate", "0.750000");
    }

    @Test
    void tellsMeanAndQuantilesOfNumbers() {
        List<Tally> tallies = List.of(resolved("10", "20", "30"), resolved("40", "1000"));

        Map<String, String> values = values(Grain.DAY, tallies);

        assertThat(values)
                .containsEntry("resolution-time", "220.000000")
                .containsEntry("resolution-time-median", "30.0")
                .containsEntry("resolution-time-p90", "1000.0");
        assertThat(named(reckon(Grain.DAY, tallies), "resolution-time").denominator())
                .isEqualByComparingTo("5");
    }

    @Test
    void tellsWhichShareOfCustomersSeveralSilosKnow() {
        List<Tally> tallies = List.of(
                engaged("marketing", "email", 1, "ann", "bob", "cem"), engaged("service", "call", 1, "bob", "dan"));

        assertThat(values(Grain.DAY, tallies)).containsEntry("silo-coverage", "0.250000");
    }

    private static List<Reckoned> reckon(Grain grain, List<Tally> tallies) {
        return Reckoning.of(DEFINITIONS, grain, tallies);
    }

    private static Map<String, String> values(Grain grain, List<Tally> tallies) {
        Map<String, String> values = new TreeMap<>();
        reckon(grain, tallies).forEach(metric -> values.put(metric.metric(), String.valueOf(metric.value())));
        return values;
    }

    private static Reckoned named(List<Reckoned> metrics, String name) {
        return metrics.stream()
                .filter(metric -> metric.metric().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Tally ordered(String silo, String currency, long count, String amount) {
        return outcome("order.completed", silo, currency, count, amount);
    }

    private static Tally cancelled(String currency, long count, String amount) {
        return outcome("order.cancelled", "sales", currency, count, amount);
    }

    private static Tally spent(String currency, String amount) {
        return outcome("spend.recorded", "marketing", currency, 1, amount);
    }

    private static Tally outcome(String type, String silo, String currency, long count, String amount) {
        Alike alike = new Alike(Facts.OUTCOMES, type, silo, null, currency, Map.of());
        return new Tally(alike, count, number(amount), Customers.NOBODY, Map.of(), LATE);
    }

    private static Tally changed(String stage, long count) {
        Alike alike = new Alike(Facts.OUTCOMES, "opportunity.changed", "crm", null, null, Map.of("stage", stage));
        return new Tally(alike, count, BigDecimal.ZERO, Customers.NOBODY, Map.of(), LATE);
    }

    private static Tally resolved(String... seconds) {
        Alike alike = new Alike(Facts.OUTCOMES, "ticket.resolved", "service", null, null, Map.of());
        Numbers numbers = Numbers.of(Stream.of(seconds).map(BigDecimal::new).toList());
        return new Tally(
                alike, seconds.length, BigDecimal.ZERO, Customers.NOBODY, Map.of("resolutionSeconds", numbers), LATE);
    }

    private static Tally intent(String intent, boolean confirmed, String... customers) {
        Map<String, String> labels = confirmed ? Map.of("confirmed", "yes") : Map.of();
        return new Tally(
                new Alike(Facts.INTENTS, intent, null, null, null, labels),
                customers.length,
                BigDecimal.ZERO,
                Customers.named(List.of(customers)),
                Map.of(),
                LATE);
    }

    private static Tally engaged(String channel, long signals, String... customers) {
        return engaged("marketing", channel, signals, customers);
    }

    private static Tally engaged(String silo, String channel, long signals, String... customers) {
        Alike alike = new Alike(Facts.ENGAGEMENT, "page.viewed", silo, channel, null, Map.of());
        return new Tally(alike, signals, BigDecimal.ZERO, Customers.named(List.of(customers)), Map.of(), EARLY);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
