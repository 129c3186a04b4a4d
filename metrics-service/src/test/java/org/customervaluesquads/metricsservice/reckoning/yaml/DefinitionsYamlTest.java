package org.customervaluesquads.metricsservice.reckoning.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsYamlTest {

    private static final String USABLE = """
            measures:
              done: {facts: outcomes, types: [order.completed], of: count, unit: orders}
              gone: {facts: outcomes, types: [order.cancelled], of: count, unit: orders}
              value: {facts: outcomes, of: amount, by: currency}
              customers: {facts: engagement, of: customers}
              median: {facts: outcomes, of: quantile, property: seconds, rank: 0.5, unit: seconds}
            metrics:
              - {name: net, description: Orders., unit: orders, direction: up, plus: [done], minus: [gone]}
              - {name: loss, description: Lost., unit: ratio, direction: down, plus: [gone], over: {plus: [done]}}
              - {name: twice, description: Twice., unit: orders, direction: up, plus: [net, net]}
            """;

    @Test
    void readsTheDefinitionsThatTheServiceComesWith() {
        Definitions definitions = DefinitionsYaml.read(getClass().getResourceAsStream("/metric-definitions.yaml"));

        assertThat(definitions.names())
                .contains("revenue", "pipeline", "win-rate", "renewal", "churn", "tickets", "resolution-time", "csat")
                .contains(
                        "nps",
                        "spend",
                        "squad-cost",
                        "return",
                        "silo-coverage",
                        "cycle-time",
                        "lessons",
                        "failure-budget");
    }

    @Test
    void derivesAMetricFromTheMeasuresOfOthers() {
        Definitions definitions = read(USABLE);

        assertThat(definitions.byName().get("twice").of().plus())
                .extracting(Measure::name)
                .containsExactly("done", "done");
        assertThat(definitions.byName().get("twice").of().minus())
                .extracting(Measure::name)
                .containsExactly("gone", "gone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plus: [done]|plus: [dne]|names a measure or metric that is not there: dne",
                "plus: [done]|plus: []|/metrics/0/plus",
                "unit: orders, direction: up, plus: [done]|direction: up, plus: [done]|required property 'unit' not found",
                "name: net|name: a/b|/metrics/0/name",
                "unit: orders, direction: up, plus: [done]|unit: seconds, direction: up, plus: [done]|must have the unit orders",
                "by: currency|by: channel|would add amounts of different currencies",
                "plus: [done], minus|plus: [done, value], minus|adds different units",
                "plus: [done], minus|plus: [net], minus|is derived from itself",
                "plus: [net, net]|plus: [loss]|adds the ratio loss",
                "minus: [gone]|minus: [median]|adds different units",
                "unit: ratio, direction|unit: orders, direction|must have the unit ratio",
                "of: count|of: total|/measures/done/of",
                "description: Orders.|describing: Orders.|describing",
                ", rank: 0.5|''|needs a rank",
                "gone:|net:|a measure and a metric are both named net"
            })
    void saysWhatIsWrong(String part, String instead, String reason) {
        String flawed = USABLE.replace(part, instead);

        assertThatThrownBy(() -> read(flawed))
                .isInstanceOf(InvalidDefinitions.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesTwoMetricsOfOneName() {
        String twice = USABLE + USABLE.lines().reduce("", (before, last) -> last);

        assertThatThrownBy(() -> read(twice)).hasMessageContaining("two metrics are named twice");
    }

    private static Definitions read(String yaml) {
        return DefinitionsYaml.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }
}
