package org.customervaluesquads.signalservice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.Catalogues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final String ORDER = """
            {"id": "ord-489434", "source": "web-shop", "type": "order.completed", "occurredAt": "2009-12-01T08:45:00+01:00",
             "customer": {"id": "13085", "anonymousId": null, "accountId": null, "segment": "retail"},
             "product": null, "value": {"amount": 505.30, "currency": "GBP"}, "text": null, "properties": {"units": 166}}
            """;

    private final Judge judge = new Judge(
            Catalogues.signalTypes(),
            Map.of("web-shop", SourceRegistered.open("web-shop", "sales", "web", "GB", null, NOW))::get);

    @Test
    void acceptsAnOrderAndAddsWhatItsSourceKnows() throws JsonProcessingException {
        Verdict verdict = judge.judge(MessageJson.mapper().readTree(ORDER), NOW);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> {
            SignalRecorded signal = accepted.signal();
            assertThat(signal.occurredAt()).isEqualTo(Instant.parse("2009-12-01T07:45:00Z"));
            assertThat(signal.silo()).isEqualTo("sales");
            assertThat(signal.channel()).isEqualTo("web");
            assertThat(signal.region()).isEqualTo("GB");
            assertThat(signal.amount()).isEqualTo(new BigDecimal("505.30"));
            assertThat(signal.key()).isEqualTo("13085");
        });
    }

    @ParameterizedTest(name = "{0} = {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "id               | absent                     | id               | is missing",
                "id               | ' '                        | id               | must not be empty",
                "id               | 7                          | id               | must be a text",
                "source           | 'crm'                      | source           | is not a registered source: crm",
                "type             | 'order.dreamt'             | type             | is not a known type of signal: order.dreamt",
                "occurredAt       | '2026-01-08T12:00:00Z'     | occurredAt       | in the future by 3 days",
                "occurredAt       | '2026-01-05T12:06:00Z'     | occurredAt       | in the future by 6 minutes",
                "occurredAt       | '2009-12-01 07:45'         | occurredAt       | must be an ISO 8601 time with its offset, such as 2026-01-31T09:30:00Z",
                "occurredAt       | '1066-10-14T09:00:00Z'     | occurredAt       | is before 1970",
                "customer         | 'ann'                      | customer         | must be an object",
                "silo             | 'sales'                    | silo             | is not a field of a signal; properties take any",
                "properties       | [1]                        | properties       | must be an object",
                "text             | 5                          | text             | must be a text",
            })
    void refusesAWrongFieldByItsNameWithTheReason(String field, String value, String named, String reason)
            throws JsonProcessingException {
        ObjectNode signal = (ObjectNode) MessageJson.mapper().readTree(ORDER);
        if (value == null) {
            signal.remove(field);
        } else {
            signal.set(field, MessageJson.mapper().readTree(value.matches("\\[.*]|\\d+") ? value : '"' + value + '"'));
        }

        Verdict verdict = judge.judge(signal, NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reasons()).containsExactly(new Reason(named, reason)));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"amount\": \"5\", \"currency\": \"GBP\"}       | value.amount   | must be a number",
                "{\"amount\": 5, \"currency\": \"XYZ\"}           | value.currency | is not an ISO 4217 currency code: XYZ",
                "{\"amount\": 5}                                  | value          | needs both an amount and a currency",
                "{\"amount\": 1e13, \"currency\": \"GBP\"}        | value.amount   | is larger than 1000000000000",
                "{\"amount\": 0.123456789, \"currency\": \"GBP\"} | value.amount   | has more than 8 decimals",
                "{\"amount\": 5, \"currency\": \"GBP\", \"x\": 1} | value.x        | is not known here",
                "{\"amount\": 5, \"currency\": \"\\ud800\"}       | value.currency | must be UTF-8 text without NUL characters",
            })
    void refusesAWrongValue(String value, String named, String reason) throws JsonProcessingException {
        ObjectNode signal = (ObjectNode) MessageJson.mapper().readTree(ORDER);
        signal.set("value", MessageJson.mapper().readTree(value));

        Verdict verdict = judge.judge(signal, NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reasons()).containsExactly(new Reason(named, reason)));
    }

    @Test
    void refusesAPageViewOfNobodyButAcceptsAnOrderOfNobody() throws JsonProcessingException {
        ObjectNode order = (ObjectNode) MessageJson.mapper().readTree(ORDER);
        order.remove("customer");
        ObjectNode page = order.deepCopy().put("type", "page.viewed");

        Verdict ofOrder = judge.judge(order, NOW);
        Verdict ofPage = judge.judge(page, NOW);

        assertThat(ofOrder)
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        accepted -> assertThat(accepted.signal().key()).isEqualTo("signal:web-shop/ord-489434"));
        assertThat(ofPage)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reasons())
                                .containsExactly(
                                        new Reason("customer", "needs an id or an anonymousId for page.viewed")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "spend without a value   |                                                | value        | needs an amount and a currency for spend.recorded",
                "spend below zero        | \"value\": {\"amount\": -1, \"currency\": \"GBP\"} | value.amount | must not be below zero for spend.recorded",
            })
    void demandsOfSpendWhatItCost(String what, String value, String named, String reason)
            throws JsonProcessingException {
        String spend = """
                {"id": "1", "source": "web-shop", "type": "spend.recorded", "occurredAt": "2026-01-05T11:00:00Z"%s}""".formatted(value == null ? "" : ", " + value);

        Verdict verdict = judge.judge(MessageJson.mapper().readTree(spend), NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reasons()).containsExactly(new Reason(named, reason)));
    }

    @Test
    void acceptsAnOrderOfWhichOnlyTheClickIsKnown() throws JsonProcessingException {
        ObjectNode order = (ObjectNode) MessageJson.mapper().readTree(ORDER);
        order.remove("value");

        Verdict verdict = judge.judge(order, NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        accepted -> assertThat(accepted.signal().amount()).isNull());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "505.30, 505.30",
        "1.0000000000000000000000000000000000000000, 1.00000000",
        "0E+999999999, 0",
        "12e3, 12000"
    })
    void writesAmountsWithTheDecimalsThatAStoreKeeps(String sent, String recorded) throws JsonProcessingException {
        Verdict verdict = judge.judge(MessageJson.mapper().readTree(ORDER.replace("505.30", sent)), NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        accepted -> assertThat(accepted.signal().amount()).isEqualTo(new BigDecimal(recorded)));
    }

    @Test
    void namesEveryWrongFieldAtOnce() throws JsonProcessingException {
        Verdict verdict = judge.judge(MessageJson.mapper().readTree("{\"type\": 1}"), NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reasons())
                                .extracting(Reason::field)
                                .containsExactly("id", "type", "source", "occurredAt"));
    }

    @Test
    void refusesWhatIsNoObject() throws JsonProcessingException {
        Verdict verdict = judge.judge(MessageJson.mapper().readTree("[]"), NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reasons())
                                .containsExactly(new Reason("", "must be a JSON object")));
    }
}
