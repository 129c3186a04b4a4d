package org.customervaluesquads.localstack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.contracts.Mapping.Mapped;
import org.customervaluesquads.contracts.MessageJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedMappingsTest {

    private static final Path MAPPINGS = Path.of("../mappings");
    private static final Mapping RETAIL = MappingFile.read(MAPPINGS.resolve("online-retail.jslt"));
    private static final Mapping OPPORTUNITIES = MappingFile.read(MAPPINGS.resolve("crm-pipeline.jslt"));
    private static final Mapping CASES = MappingFile.read(MAPPINGS.resolve("help-desk-cases.jslt"));
    private static final Mapping CLICKS = MappingFile.read(MAPPINGS.resolve("web-shop-events.jslt"));

    static Stream<Path> mappings() throws Exception {
        try (Stream<Path> files = Files.list(MAPPINGS)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void areAllJslt(Path file) {
        assertThat(MappingFile.read(file)).isNotNull();
    }

    @Test
    void makeAnOrderOfAnInvoice() throws Exception {
        String signal = retail("489434", "\"13085\"", "United Kingdom", "505.30");

        assertThat(signal).isEqualTo("""
                {"id":"489434","type":"order.completed","occurredAt":"2009-12-01T07:45:00Z",\
                "customer":{"id":"13085","region":"GB"},"channel":"web",\
                "value":{"amount":505.30,"currency":"GBP"},"properties":{"units":166,"lines":8},"source":"shop"}""");
    }

    @Test
    void makeACancellationOfWhatWasTakenBack() throws Exception {
        String signal = retail("C489449", "\"16321\"", "Australia", "-196.10");

        assertThat(signal).contains("\"order.cancelled\"", "\"amount\":196.10", "\"region\":\"AU\"");
    }

    @Test
    void takeBackLessThanNothingWithACancellationThatBroughtMoneyIn() throws Exception {
        assertThat(retail("C496350", "null", "United Kingdom", "373.57"))
                .contains("\"order.cancelled\"", "\"amount\":-373.57");
    }

    @Test
    void leaveOutTheCustomerAndTheRegionThatAnInvoiceDoesNotName() throws Exception {
        assertThat(retail("489464", "null", "Unspecified", "0.00")).doesNotContain("customer", "region");
    }

    @Test
    void makeAnOpeningAndAnEndOfAnOpportunity() throws Exception {
        String signals = all(OPPORTUNITIES, """
                {"opportunity_id": "1C1I7A6R", "sales_agent": "Moses", "product": "GTXPro", "account": "Cancity",
                 "deal_stage": "Won", "engage_date": "2016-10-20", "close_date": "2017-03-01", "close_value": "1054",
                 "regional_office": "Central"}""");

        assertThat(signals)
                .contains("1C1I7A6R/engaging", "2016-10-20T12:00:00Z", "1C1I7A6R/won", "2017-03-01T12:00:00Z")
                .contains("\"amount\":1054", "\"stage\":\"won\"", "\"region\":\"Central\"", "\"product\":\"GTX Pro\"");
    }

    @Test
    void makeNoFactOfAnOpportunityWithoutADay() throws Exception {
        String signals = all(OPPORTUNITIES, """
                {"opportunity_id": "2", "deal_stage": "Prospecting", "engage_date": "", "close_date": ""}""");

        assertThat(signals).doesNotContain("opportunity.changed");
    }

    @Test
    void makeAnOpeningAndAResolutionOfACase() throws Exception {
        String signals = all(CASES, """
                {"case": "2", "opened_at": "2012-04-03 16:55:38", "resolved_at": "2012-04-05 17:15:52",
                 "resolution_seconds": "174014"}""");

        assertThat(signals)
                .contains("ticket.opened", "2012-04-03T16:55:38Z", "ticket.resolved", "2012-04-05T17:15:52Z")
                .contains("\"resolutionSeconds\":174014");
    }

    @ParameterizedTest
    @CsvSource({"United Kingdom,GB", "EIRE,IE", "RSA,ZA", "Korea,KR", "Channel Islands,GG", "USA,US"})
    void nameRegionsByTheirCodes(String country, String code) throws Exception {
        assertThat(retail("1", "\"2\"", country, "1.00")).contains("\"region\":\"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Page,page.viewed",
        "Product Viewed,product.viewed",
        "Product Added,cart.added",
        "Checkout Started,checkout.started",
        "Order Completed,order.completed",
        "Pop-up Email Accepted,form.submitted"
    })
    void nameClicksByTheirTypes(String event, String type) throws Exception {
        assertThat(click(event))
                .contains("\"type\":\"" + type + "\"", "\"occurredAt\":\"2022-12-13T01:32:00.956000Z\"");
    }

    @Test
    void passOverClicksThatTheyDoNotKnow() throws Exception {
        assertThat(click("Window Resized")).isEmpty();
    }

    @Test
    void makeUpNoWorthForAnOrderOfWhichOnlyTheClickIsKnown() throws Exception {
        assertThat(click("Order Completed")).doesNotContain("value");
    }

    private static String retail(String invoice, String customer, String country, String amount) throws Exception {
        return map(RETAIL, """
                {"invoice":"%s","customer_id":%s,"invoice_ts":"2009-12-01 07:45:00","country":"%s",
                 "lines":"8","units":"166","amount_gbp":"%s"}
                """.formatted(invoice, customer, country, amount));
    }

    private static String click(String event) throws Exception {
        return map(CLICKS, """
                {"user_id":"u","event_type":"%s","event_id":"e","ts":"2022-12-13 01:32:00.956000"}
                """.formatted(event));
    }

    private static String all(Mapping mapping, String row) throws Exception {
        return switch (mapping.apply(MessageJson.mapper().readTree(row), "shop")) {
            case Mapped.Signals(var signals) -> signals.toString();
            case Mapped.Failed(String reason) -> throw new AssertionError(reason);
        };
    }

    private static String map(Mapping mapping, String row) throws Exception {
        return switch (mapping.apply(MessageJson.mapper().readTree(row), "shop")) {
            case Mapped.Signals(var signals) ->
                signals.isEmpty() ? "" : signals.getFirst().toString();
            case Mapped.Failed(String reason) -> throw new AssertionError(reason);
        };
    }
}
