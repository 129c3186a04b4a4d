package org.customervaluesquads.metricsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customervaluesquads.metricsservice.fixture.Signals.order;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.metricsservice.fixture.Asking;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.Publishing;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsYaml;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Definitions are changed while the service runs; the change is taken back in the end, since other tests go by
 * them too.
 */
@MetricsServiceTest
class MetricDefinitionsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2024-03-05T08:15:00Z");
    private static final String PATH = "metric-definitions";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @TestHTTPResource
    String base;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void triesOutSetsAndTakesBackADefinition() throws Exception {
        Asking asking = new Asking(base.replaceAll("/$", ""));
        ObjectNode usual = usual();
        ObjectNode changed = withWebOrders(usual);
        try (Publishing publishing = new Publishing(broker, "")) {
            publishing.squad(squad("defined", 1, region("D1")));
            publishing.signals(order("d1-1", "D1", "c1", AT, "10.00"), order("d1-2", "D1", "c2", AT, "20.00"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(asking.values("defined", "day", "2024-03-05", "2024-03-06"))
                            .containsEntry("orders@2024-03-05T00:00:00Z", "2"));

            JsonNode preview = json(send(
                    "POST",
                    PATH + "/preview?squad=defined&metric=order-share" + "&grain=day&from=2024-03-05&to=2024-03-06",
                    changed.toString(),
                    null));
            assertThat(preview.at("/metrics/0/value").decimalValue()).isEqualByComparingTo("1");
            assertThat(asking.get("/squads/defined/metrics?metric=order-share").statusCode())
                    .isEqualTo(400);

            HttpResponse<String> set = send("PUT", PATH, changed.toString(), currentVersion());
            assertThat(set.statusCode()).isEqualTo(200);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(asking.values("defined", "week", "2024-03-04", "2024-03-11"))
                            .containsEntry("order-share@2024-03-04T00:00:00Z", "1"));

            send("PUT", PATH, usual.toString(), currentVersion());
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(asking.get("/squads/defined/metrics?metric=order-share")
                                    .statusCode())
                            .isEqualTo(400));
            assertThat(asking.json("/" + PATH + "/versions").at("/versions").size())
                    .isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void refusesWhatCannotBeUsedWithEveryReason() throws Exception {
        ObjectNode flawed = usual();
        ((ObjectNode) flawed.at("/metrics/0")).put("unit", "seconds");
        ((ObjectNode) flawed.at("/metrics/1")).putArray("plus").add("nowhere");

        HttpResponse<String> answer = send("PUT", PATH, flawed.toString(), currentVersion());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("names a measure or metric that is not there: nowhere");
    }

    @Test
    void wantsToKnowWhichVersionIsReplaced() throws Exception {
        assertThat(send("PUT", PATH, usual().toString(), null).statusCode()).isEqualTo(428);
        assertThat(send("PUT", PATH, usual().toString(), "\"999\"").statusCode())
                .isEqualTo(412);
    }

    private String currentVersion() throws Exception {
        return send("GET", PATH, null, null).headers().firstValue("ETag").orElseThrow();
    }

    private static ObjectNode usual() throws IOException {
        try (InputStream file = MetricDefinitionsIT.class.getResourceAsStream("/metric-definitions.yaml")) {
            return (ObjectNode) DefinitionsYaml.document(Objects.requireNonNull(file));
        }
    }

    /** The usual ones, and one more: the share of orders of a channel. */
    private static ObjectNode withWebOrders(ObjectNode usual) throws IOException {
        ObjectNode changed = usual.deepCopy();
        ((ObjectNode) changed.get("measures"))
                .set("web-orders", MessageJson.mapper().readTree("""
                        {"facts": "outcomes", "types": ["order.completed"], "channels": ["web"], "of": "count",
                         "unit": "orders"}"""));
        ((ArrayNode) changed.get("metrics")).add(MessageJson.mapper().readTree("""
                {"name": "order-share", "description": "Orders on the web, of all.", "unit": "ratio", "direction": "up",
                 "plus": ["web-orders"], "over": {"plus": ["completed-orders"]}}"""));
        return changed;
    }

    private HttpResponse<String> send(String method, String path, String body, String ifMatch) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return MessageJson.mapper().readTree(answer.body());
    }
}
