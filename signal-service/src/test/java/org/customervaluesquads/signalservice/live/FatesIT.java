package org.customervaluesquads.signalservice.live;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What listeners are told of signals whose way is not the short one. */
@RealParts
class FatesIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/signals/live")
    String live;

    @BeforeEach
    void registerAShop() {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"sales\", \"channel\": \"web\"}")
                .put("/sources/fate-shop")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void hangUp() {
        client.shutdownNow();
    }

    @Test
    void tellsThatASignalOfAJoinedDeviceIsCounted() {
        post(signal("l-join", "customer.identified", "{\"id\": \"lea\", \"anonymousId\": \"lea-phone\"}"));
        await().atMost(SOON)
                .until(() -> "joined".equals(get("/customers/lea/identities").path("identities[0].state")));
        Queue<String> lines = LiveLines.of(client, live + "?source=fate-shop");

        for (int i = 1; i <= 5; i++) {
            post(signal("l-device-" + i, "page.viewed", "{\"anonymousId\": \"lea-phone\"}"));
        }
        post(signal("l-device-1", "page.viewed", "{\"anonymousId\": \"lea-phone\"}"));

        await().atMost(SOON).untilAsserted(() -> {
            for (int i = 1; i <= 5; i++) {
                assertThat(LiveLines.told(lines, "counted", "l-device-" + i)).hasSize(1);
            }
            assertThat(LiveLines.told(lines, "duplicate", "l-device-1")).hasSize(1);
        });
        assertThat(lines.stream().filter("event:duplicate"::equals)).hasSize(1);
    }

    @Test
    void tellsWhatIsCountedAsAboutNobody() {
        PolicyLayerPublished.Value demand =
                new PolicyLayerPublished.Value("required-consent", "intents", "profiling", false);
        OnTopic.put(
                Topics.POLICIES,
                "region:LIVE",
                new PolicyLayerPublished("region", "LIVE", 1, List.of(demand), Instant.now()));
        Queue<String> lines = LiveLines.of(client, live + "?source=fate-shop");

        await().atMost(SOON).untilAsserted(() -> {
            post(signal("l-" + UUID.randomUUID(), "page.viewed", "{\"id\": \"lou\", \"region\": \"LIVE\"}"));
            assertThat(lines)
                    .anyMatch(line -> line.contains("\"fate\":\"withheld\"")
                            && line.contains("\"why\":\"lacks consent to profiling\""));
        });
    }

    @Test
    void tellsWhatCameOfAReplay() {
        Queue<String> lines = LiveLines.of(client, live + "?source=fate-shop");
        post(signal("l-replayed", "page.unheard-of", "{\"id\": \"ann\"}"));
        await().atMost(SOON)
                .until(() -> LiveLines.told(lines, "rejected", "l-replayed").size() == 1);
        await().atMost(SOON)
                .until(() -> get("/signals/rejected?source=fate-shop&reason=type")
                                .path("items.find { it.signalId == 'l-replayed' }")
                        != null);
        String refusal = get("/signals/rejected?source=fate-shop&limit=100")
                .path("items.find { it.signalId == 'l-replayed' }.rejectionId");

        given().contentType(ContentType.JSON)
                .post("/signals/rejected/" + refusal + "/replay")
                .then()
                .statusCode(200);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(LiveLines.told(lines, "replayed", "l-replayed"))
                        .singleElement()
                        .asString()
                        .contains("\"verdict\":\"rejected\"")
                        .contains("\"field\":\"type\""));
        assertThat(LiveLines.told(lines, "rejected", "l-replayed")).hasSize(1);
    }

    private static void post(String signal) {
        given().contentType(ContentType.JSON).body(signal).post("/signals");
    }

    private static String signal(String id, String type, String customer) {
        return """
                {"id": "%s", "source": "fate-shop", "type": "%s", "occurredAt": "%s", "customer": %s}""".formatted(id, type, Instant.now(), customer);
    }
}
