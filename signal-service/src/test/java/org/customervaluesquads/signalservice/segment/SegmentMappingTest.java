package org.customervaluesquads.signalservice.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.intake.Judge;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.segment.SegmentMapping.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentMappingTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

    private final SegmentMapping segment = Catalogues.segmentMapping();
    private final Judge judge =
            new Judge(Catalogues.signalTypes(), id -> SourceRegistered.open(id, "marketing", "web", "GB", null, NOW));

    @Test
    void makesAnOrderOfAnOrderCompleted() throws Exception {
        SignalRecorded order = accepted("track", """
                {"messageId": "m-1", "userId": "ann", "event": "Order Completed", "timestamp": "2026-01-05T11:00:00Z",
                 "properties": {"order_id": "o-1", "revenue": 25.00, "total": 27.50, "currency": "eur"},
                 "context": {"groupId": "acme"}}""");

        assertThat(order.id()).isEqualTo("m-1");
        assertThat(order.type()).isEqualTo("order.completed");
        assertThat(order.customerId()).isEqualTo("ann");
        assertThat(order.accountId()).isEqualTo("acme");
        assertThat(order.amount()).isEqualByComparingTo("25.00");
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.properties()).containsKeys("order_id", "event");
    }

    @Test
    void takesBackTheTotalOfARefundInTheCurrencyThatSegmentAssumes() throws Exception {
        SignalRecorded refund = accepted("track", """
                {"messageId": "m", "userId": 7, "event": "order refunded", "properties": {"total": "30"}}""");

        assertThat(refund.type()).isEqualTo("order.cancelled");
        assertThat(refund.customerId()).isEqualTo("7");
        assertThat(refund.amount()).isEqualByComparingTo("30");
        assertThat(refund.currency()).isEqualTo("USD");
    }

    @Test
    void leavesAValueThatIsNoWorthAmongTheProperties() throws Exception {
        SignalRecorded view = accepted("track", """
                {"messageId": "m", "anonymousId": "a", "event": "Product Viewed",
                 "properties": {"product_id": "shoe", "value": 5}}""");

        assertThat(view.amount()).isNull();
        assertThat(view.product()).isEqualTo("shoe");
        assertThat(view.properties()).containsKey("value");
    }

    @Test
    void datesFromTheMomentOfReceivingBackByWhatLayBetweenOnTheClientsClock() throws Exception {
        SignalRecorded ahead = accepted("page", """
                {"messageId": "m", "anonymousId": "a", "timestamp": "2026-01-05T14:59:50+01:00",
                 "sentAt": "2026-01-05T14:00:00Z"}""");

        assertThat(ahead.occurredAt()).isEqualTo(NOW.minusSeconds(10));
    }

    @Test
    void prefersTheOriginalTimestampAndGoesByTheSendingOfTheBatch() throws Exception {
        JsonNode message = json("""
                {"type": "screen", "messageId": "m", "anonymousId": "a", "originalTimestamp": "2020-01-01T00:00:00Z",
                 "timestamp": "2019-01-01T00:00:00Z"}""");

        Meaning meaning = segment.meaningOf(message, null, "app", json("\"2020-01-01T00:01:00Z\""), NOW);

        assertThat(((Meaning.Signal) meaning).signal().path("occurredAt").asText())
                .isEqualTo(NOW.minusSeconds(60).toString());
    }

    @Test
    void takesTheMomentOfReceivingForAMessageWithoutATime() throws Exception {
        assertThat(accepted("page", "{\"messageId\": \"m\", \"anonymousId\": \"a\"}")
                        .occurredAt())
                .isEqualTo(NOW);
    }

    @Test
    void keepsTheNameAndCategoryOfAPage() throws Exception {
        SignalRecorded page = accepted("page", """
                {"messageId": "m", "userId": "", "anonymousId": "a", "name": "Prices", "category": "Sales",
                 "properties": {"section": "pricing"}, "context": {"campaign": {"source": "mail"}}}""");

        assertThat(page.type()).isEqualTo("page.viewed");
        assertThat(page.customerId()).isNull();
        assertThat(page.properties().keySet()).containsExactlyInAnyOrder("section", "name", "category", "campaign");
    }

    @Test
    void tellsWhoSomebodyIs() throws Exception {
        SignalRecorded identified = accepted("identify", """
                {"messageId": "m", "userId": "ann", "anonymousId": "a", "traits": {"purposes": ["analytics"]}}""");
        SignalRecorded aliased =
                accepted("alias", "{\"messageId\": \"m\", \"userId\": \"ann\", \"previousId\": \"a\"}");
        SignalRecorded grouped = accepted("group", """
                {"messageId": "m", "userId": "ann", "groupId": "acme", "traits": {"plan": "large"}}""");

        assertThat(identified.type()).isEqualTo("customer.identified");
        assertThat(identified.anonymousId()).isEqualTo("a");
        assertThat(identified.properties()).containsKey("purposes");
        assertThat(aliased.type()).isEqualTo("customer.aliased");
        assertThat(aliased.properties().get("previousId").asText()).isEqualTo("a");
        assertThat(grouped.type()).isEqualTo("customer.grouped");
        assertThat(grouped.accountId()).isEqualTo("acme");
    }

    @ParameterizedTest(name = "{0} {1} names {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "track    | {'userId': 'a', 'event': 'Order Completed'}                | messageId",
                "track    | {'messageId': 'm', 'userId': 'a'}                          | event",
                "alias    | {'messageId': 'm', 'userId': 'a'}                          | previousId",
                "alias    | {'messageId': 'm', 'previousId': 'a'}                      | userId",
                "group    | {'messageId': 'm', 'userId': 'a'}                          | groupId",
                "page     | {'messageId': 'm', 'userId': 'a', 'sentAt': 'yesterday'}   | sentAt",
                "whatever | {'messageId': 'm', 'userId': 'a'}                          | type",
            })
    void namesWhatAMessageLacks(String kind, String message, String field) throws Exception {
        Meaning meaning = segment.meaningOf(json(message.replace('\'', '"')), kind, "app", null, NOW);

        assertThat(meaning)
                .isInstanceOfSatisfying(
                        Meaning.Unusable.class,
                        unusable -> assertThat(unusable.reason().field()).isEqualTo(field));
    }

    @Test
    void refusesAnEventThatTheCatalogueDoesNotKnowByName() throws Exception {
        JsonNode message = json("{\"messageId\": \"m\", \"userId\": \"a\", \"event\": \"Moon Landed\"}");

        Meaning meaning = segment.meaningOf(message, "track", "app", null, NOW);

        assertThat(meaning)
                .isInstanceOfSatisfying(
                        Meaning.UnknownEvent.class,
                        unknown -> assertThat(unknown.reason().reason()).contains("Moon Landed"));
    }

    @ParameterizedTest
    @CsvSource({"'\"x\"'", "[]", "5"})
    void leavesPropertiesThatAreNoneToTheJudge(String properties) throws Exception {
        JsonNode message = json("{\"messageId\": \"m\", \"userId\": \"a\", \"properties\": " + properties + "}");
        Meaning meaning = segment.meaningOf(message, "page", "app", null, NOW);

        Verdict verdict = judge.judge(((Meaning.Signal) meaning).signal(), NOW);

        assertThat(((Verdict.Rejected) verdict).reasons())
                .singleElement()
                .extracting(reason -> reason.field())
                .isEqualTo("properties");
    }

    private SignalRecorded accepted(String kind, String message) throws Exception {
        Meaning meaning = segment.meaningOf(json(message), kind, "app", null, NOW);
        assertThat(meaning).isInstanceOf(Meaning.Signal.class);
        Verdict verdict = judge.judge(((Meaning.Signal) meaning).signal(), NOW);
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted) verdict).signal();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return MessageJson.mapper().readTree(text);
    }
}
