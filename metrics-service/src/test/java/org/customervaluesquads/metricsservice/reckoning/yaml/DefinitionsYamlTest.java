package org.customervaluesquads.metricsservice.reckoning.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionsYamlTest {

    private static final String USABLE = """
            measures:
              orders: {facts: outcomes, types: [order.completed], of: count}
              value: {facts: outcomes, of: amount, by: currency}
              customers: {facts: engagement, of: customers}
            metrics:
              - {name: orders, description: Orders., unit: orders, direction: up, plus: [orders]}
            """;

    @Test
    void readsTheDefinitionsThatTheServiceComesWith() {
        Definitions definitions = DefinitionsYaml.read(getClass().getResourceAsStream("/metric-definitions.yaml"));

        assertThat(definitions.names())
                .contains("revenue", "orders", "average-order", "active-customers", "reach", "return");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plus: [orders]|plus: [oders]|names a measure that is not there: oders",
                "plus: [orders]|plus: []|metric orders adds nothing",
                "unit: orders, |''|lacks its unit",
                "direction: up, |''|lacks its direction",
                "name: orders|name: a/b|has a slash",
                "unit: orders|unit: currency|has no currency to be its unit",
                "by: currency|by: channel|would add amounts of different currencies",
                "plus: [orders]|plus: [orders, value]|mixes measures with different parts",
                "plus: [orders]|'plus: [customers], over: {plus: [orders]}'|divides estimated customers",
                "of: count|of: sum|sum",
                "unit: orders|unity: orders|unity"
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

        assertThatThrownBy(() -> read(twice)).hasMessageContaining("two metrics are named orders");
    }

    private static Definitions read(String yaml) {
        return DefinitionsYaml.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }
}
