package org.customervaluesquads.localstack.intents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.customervaluesquads.contracts.MessageJson;
import org.junit.jupiter.api.Test;

class IntentLinesTest {

    @Test
    void tellHowTheEvidenceSumsUp() throws Exception {
        List<String> lines = IntentLines.of(MessageJson.mapper().readTree("""
                {"customerId": "cust-1001", "intent": "purchase", "score": 0.9267, "logOdds": 2.5, "bias": -4.0,
                 "stage": "surging", "evidence": [
                  {"feature": "cart.added", "halfLife": "PT24H", "count": 1.5, "weight": 0.7, "contribution": 4.0},
                  {"feature": "page.viewed/section=pricing", "halfLife": "PT30M", "count": 2, "weight": 0.7,
                   "contribution": 1.5},
                  {"feature": "a", "halfLife": "PT24H", "count": 1, "weight": 1, "contribution": 0.5},
                  {"feature": "b", "halfLife": "PT24H", "count": 1, "weight": 1, "contribution": 0.3},
                  {"feature": "c", "halfLife": "PT24H", "count": 1, "weight": 1, "contribution": 0.1},
                  {"feature": "d", "halfLife": "PT24H", "count": 1, "weight": 1, "contribution": 0.1}]}
                """), "");

        assertThat(lines).hasSize(6).allMatch(line -> line.length() <= 95);
        assertThat(lines.getFirst())
                .contains("cust-1001", "purchase", "93 %", "surging", "log-odds +2.50 = bias -4.00 with");
        assertThat(lines.get(2)).contains("+1.50", "page.viewed/section=pricing", "2.00 counted, half-life 30 min");
        assertThat(lines.getLast()).contains("+0.20", "from 2 more");
    }
}
