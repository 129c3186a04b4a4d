package org.customervaluesquads.signalservice.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Flaw;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueJsonTest {

    private static final String RIGHT = """
            {"version": 2, "halfLives": ["PT30M", "PT24H"],
             "properties": {"page.viewed": ["section", {"name": "path", "pattern": "^/?([^/]+)"}]},
             "thresholds": {"emerging": 0.2, "active": 0.5, "surge": 8, "hysteresis": 0.2, "step": 0.1},
             "intents": [{"name": "purchase", "outcome": "order.completed", "horizon": "PT24H", "bias": -4,
                          "weights": {"cart.added": [1, 0.5]}}]}""";

    @Test
    void readsWhatItWrote() {
        IntentCatalogue shipped = Catalogues.intents();

        IntentCatalogue read = CatalogueJson.read(CatalogueJson.write(shipped));

        assertThat(CatalogueJson.write(read)).isEqualTo(CatalogueJson.write(shipped));
    }

    @Test
    void makesAFeatureOfThePartThatAPatternTakesOut() {
        SignalRecorded page = page("/pricing/enterprise");

        assertThat(read(RIGHT).featuresOf(page)).containsExactly("page.viewed", "page.viewed/path=pricing");
        assertThat(read(RIGHT).featuresOf(page("/"))).containsExactly("page.viewed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "PT30M", "PT24H"       | "PT24H", "PT30M"         | halfLives[1]
                    "PT30M", "PT24H"       | "PT30M"                  | halfLives
                    "emerging": 0.2        | "emerging": 0.7          | thresholds.active
                    "surge": 8             | "surge": 0.5             | thresholds.surge
                    "step": 0.1            | "step": 0                | thresholds.step
                    "name": "purchase"     | "name": "Pur chase"      | intents[0].name
                    "horizon": "PT24H"     | "horizon": "P400D"       | intents[0].horizon
                    "bias": -4             | "bias": 1000             | intents[0].bias
                    [1, 0.5]               | [1]                      | intents[0].weights.cart.added
                    [1, 0.5]               | [1, "NaN"]               | intents[0].weights.cart.added
                    ^/?([^/]+)             | ([                       | properties.page.viewed.[1]
                    "version": 2           | "version": 2, "more": 1  | more
                    """)
    void namesTheFieldThatIsWrong(String right, String wrong, String field) {
        Refused refused = catchThrowableOfType(Refused.class, () -> read(RIGHT.replace(right, wrong)));

        assertThat(refused.flaws()).extracting(Flaw::field).contains(field);
    }

    @Test
    void namesAllThatIsWrong() {
        String wrong = RIGHT.replace("\"surge\": 8", "\"surge\": 1").replace("\"bias\": -4", "\"bias\": -400");

        Refused refused = catchThrowableOfType(Refused.class, () -> read(wrong));

        assertThat(refused.flaws()).extracting(Flaw::field).containsExactly("thresholds.surge", "intents[0].bias");
    }

    private static IntentCatalogue read(String json) {
        try {
            return CatalogueJson.read(MessageJson.mapper().readTree(json));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static SignalRecorded page(String path) {
        return new SignalRecorded(
                "1",
                "web-shop",
                "page.viewed",
                SomeSignals.NOON,
                "marketing",
                "ann",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of("path", TextNode.valueOf(path)));
    }

    @Test
    void isReadWithoutWordsAndProperties() {
        String bare = RIGHT.replaceAll("\"properties\".*\n", "");

        assertThat(read(bare).properties()).isEmpty();
        assertThat(read(bare).words()).isEmpty();
        assertThat(List.copyOf(read(bare).features())).containsExactly("cart.added");
    }
}
