package org.customervaluesquads.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.localstack.stack.Service;
import org.junit.jupiter.api.Test;

/**
 * The promise that whatever is refused is kept with its reason, is found again, and is counted once when it is replayed
 * after what was wrong has been corrected.
 */
class RefusedIsKeptIT {

    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(60);
    private static final String BROKEN_MAPPING = "{\"id\": .nr, \"type\": \"order.completed\", \"occurredAt\": .when}";
    private static final String MAPPING = """
            {"id": .nr, "type": "order.completed", "occurredAt": .at, "customer": {"id": "ann", "region": "R-DK"},
             "value": {"amount": .sum, "currency": "DKK"}}""";
    private static final String EVENT = """
            {"nr": "r-%d", "at": "2026-01-05T12:00:00Z", "sum": %s}""";
    private static final String EVENTS = "/sources/refused-shop/events";

    private final Company company = Company.open();

    @Test
    void keepsEachRefusedSignalAndCountsItOnceItIsReplayedWithARightMapping() throws Exception {
        String squad = company.formSquad("refused", "R-DK");
        company.registerSource("refused-shop", "sales", BROKEN_MAPPING);
        String three =
                "[%s, %s, %s]".formatted(EVENT.formatted(1, 99.95), EVENT.formatted(2, 5), EVENT.formatted(3, 7));
        assertThat(counted(company.post(Service.SIGNAL, EVENTS, three), "rejected"))
                .isEqualTo(3);
        List<JsonNode> kept = awaitListed("source=refused-shop&door=sources/events&field=occurredAt&reason=missing", 3);

        company.registerSource("refused-shop", "sales", MAPPING);
        JsonNode first = replay("/" + idOf(kept, "r-1") + "/replay");
        JsonNode again = replay("/" + idOf(kept, "r-1") + "/replay");
        awaitListed("source=refused-shop&open=true", 2);
        JsonNode others = replay("/replay?source=refused-shop");

        assertThat(kept)
                .extracting(one -> one.path("original").asText())
                .containsExactlyInAnyOrder(EVENT.formatted(1, 99.95), EVENT.formatted(2, 5), EVENT.formatted(3, 7));
        assertThat(List.of(first, again))
                .extracting(one -> one.path("replayVerdict").asText())
                .containsOnly("accepted");
        assertThat(others.path("replayed").asInt()).isEqualTo(2);
        assertThat(others.path("accepted").asInt()).isEqualTo(2);
        awaitListed("source=refused-shop&open=true", 0);
        // Of the same customer, so when this is counted, whatever there was of the others has been.
        company.post(Service.SIGNAL, EVENTS, EVENT.formatted(4, 1000));
        awaitRevenue(squad, "1111.95", 4);
    }

    @Test
    void findsWhatIsStillWrongWithItsNewestReason() throws Exception {
        company.registerSource("stubborn-shop", "sales", BROKEN_MAPPING);
        company.post(Service.SIGNAL, "/sources/stubborn-shop/events", EVENT.formatted(1, "\"much\""));
        awaitListed("source=stubborn-shop&reason=missing", 1);

        company.registerSource("stubborn-shop", "sales", MAPPING);
        JsonNode replayed = replay("/replay?source=stubborn-shop");

        assertThat(replayed.path("rejected").asInt()).isEqualTo(1);
        JsonNode kept = awaitListed("source=stubborn-shop&open=true&field=value.amount", 1)
                .getFirst();
        assertThat(kept.path("replayVerdict").asText()).isEqualTo("rejected");
        assertThat(company.get(
                                Service.SIGNAL,
                                "/signals/rejected/" + kept.path("rejectionId").asText())
                        .body())
                .isEqualTo(kept);
    }

    @Test
    void countsWhatTheInboxBroughtBeforeItsSourceWasRegistered() throws Exception {
        String squad = company.formSquad("early", "R-EE");
        Traffic early = Traffic.of(29, 20, "early-shop", List.of("R-EE"));
        try (InboxClient inbox = new InboxClient(company.stack().bootstrapServers())) {
            inbox.send(
                    early.signals().stream().map(sent -> sent.json().toString()).toList());
        }
        awaitListed("source=early-shop&door=signals-inbox&field=source", 20);

        company.registerSource("early-shop", "sales");
        JsonNode page = replay("/replay?source=early-shop&limit=15");
        JsonNode rest = replay(
                "/replay?source=early-shop&limit=15&after=" + page.path("next").asText());

        assertThat(page.path("accepted").asInt() + rest.path("accepted").asInt())
                .isEqualTo(20);
        await().atMost(SHOWN_WITHIN)
                .untilAsserted(() ->
                        assertThat(company.totalsOf(squad)).containsAllEntriesOf(early.expectedFor(Set.of("R-EE"))));
    }

    @Test
    void letsNothingElseSufferFromWhatIsRefused() throws Exception {
        company.registerSource("mixed-shop", "sales");
        String good = Traffic.of(17, 1, "mixed-shop", List.of("R-FI"))
                .signals()
                .getFirst()
                .json()
                .toString();

        Company.Answer answer = company.post(
                Service.SIGNAL,
                "/signals/batch",
                "[{}, %s, \"text\", {\"id\": 5}, {\"source\": \"nobody\"}]".formatted(good));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(counted(answer, "accepted")).isEqualTo(1);
        assertThat(answer.body().path("verdicts").get(1).path("verdict").asText())
                .isEqualTo("accepted");
        awaitListed("source=nobody", 1);
    }

    private List<JsonNode> awaitListed(String asked, int count) {
        return await().atMost(SHOWN_WITHIN)
                .until(
                        () -> {
                            JsonNode items = company.get(Service.SIGNAL, "/signals/rejected?limit=50&" + asked)
                                    .body()
                                    .path("items");
                            return items.isArray()
                                    ? List.copyOf(items.valueStream().toList())
                                    : List.of();
                        },
                        items -> items.size() == count);
    }

    private JsonNode replay(String path) throws IOException {
        Company.Answer answer = company.post(Service.SIGNAL, "/signals/rejected" + path, "");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    private void awaitRevenue(String squad, String revenue, int orders) {
        await().atMost(SHOWN_WITHIN)
                .untilAsserted(() -> assertThat(company.totalsOf(squad))
                        .containsEntry("revenue/DKK", new BigDecimal(revenue))
                        .containsEntry("orders", BigDecimal.valueOf(orders)));
    }

    private static String idOf(List<JsonNode> kept, String signal) {
        return kept.stream()
                .filter(one -> one.path("signalId").asText().equals(signal))
                .map(one -> one.path("rejectionId").asText())
                .findFirst()
                .orElseThrow();
    }

    private static int counted(Company.Answer answer, String verdict) {
        return answer.body().path(verdict).asInt();
    }
}
