package org.customervaluesquads.metricsservice.reckoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.fixture.SharedFiles;
import org.customervaluesquads.metricsservice.reckoning.Tally.Alike;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsYaml;
import org.junit.jupiter.api.Test;

/** What real files come to as a whole, reckoned by the metrics that the service comes with. */
class DataTotalsTest {

    private static final Definitions DEFINITIONS =
            DefinitionsYaml.read(DataTotalsTest.class.getResourceAsStream("/metric-definitions.yaml"));

    /** The published sum is a penny more, 9,539,484.63; the rows of the file come to this one. */
    @Test
    void sumsAShop() throws IOException {
        List<String[]> invoices = rows("online_retail_2009/invoices.csv");

        Map<String, BigDecimal> values = reckon(invoices, DataTotalsTest::invoice);

        assertThat(invoices).hasSize(28_816);
        assertThat(values.get("orders").add(values.get("cancellations"))).isEqualByComparingTo("28816");
        assertThat(values.get("revenue/GBP")).isEqualByComparingTo("9539484.62");
        assertThat(invoices.stream()
                        .map(row -> row[1])
                        .filter(id -> !id.isEmpty())
                        .distinct())
                .hasSize(4_383);
    }

    @Test
    void sumsACrm() throws IOException {
        List<String[]> opportunities = rows("crm_pipeline/sales_pipeline.csv");

        Map<String, BigDecimal> values = reckon(opportunities, DataTotalsTest::opportunity);

        assertThat(opportunities).hasSize(8_800);
        assertThat(values.get("opportunities-won")).isEqualByComparingTo("4238");
        assertThat(values.get("opportunities-lost")).isEqualByComparingTo("2473");
        assertThat(values.get("won-value/USD")).isEqualByComparingTo("10005534");
        assertThat(values.get("win-rate")).isEqualByComparingTo("0.631501");
    }

    private static Tally invoice(String[] row) {
        BigDecimal amount = new BigDecimal(row[6]);
        boolean cancelled = row[0].startsWith("C");
        String type = cancelled ? "order.cancelled" : "order.completed";
        return tally(
                new Alike(Facts.OUTCOMES, type, "sales", null, "GBP", Map.of()), cancelled ? amount.negate() : amount);
    }

    private static Tally opportunity(String[] row) {
        Map<String, String> stage = Map.of("stage", row[4].toLowerCase(Locale.ROOT));
        boolean hasValue = row.length > 7 && !row[7].isEmpty();
        return tally(
                new Alike(Facts.OUTCOMES, "opportunity.changed", "crm", null, hasValue ? "USD" : null, stage),
                hasValue ? new BigDecimal(row[7]) : BigDecimal.ZERO);
    }

    private static Tally tally(Alike alike, BigDecimal amount) {
        return new Tally(alike, 1, amount, Customers.NOBODY, Map.of(), Instant.EPOCH);
    }

    private static Map<String, BigDecimal> reckon(List<String[]> rows, Function<String[], Tally> tally) {
        Tallies tallies = new Tallies();
        rows.forEach(row -> tallies.add(tally.apply(row)));
        Map<String, BigDecimal> values = new TreeMap<>();
        Reckoning.of(DEFINITIONS, Grain.MONTH, tallies.summed())
                .forEach(metric -> values.put(metric.metric(), metric.value()));
        return values;
    }

    private static List<String[]> rows(String file) throws IOException {
        try (var lines = Files.lines(SharedFiles.orSkip(file))) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        }
    }
}
