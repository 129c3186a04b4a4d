package org.customervaluesquads.signalservice.live;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealParts
class LiveIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final int LISTENERS_MAX = 8;

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource("/signals/live")
    String live;

    @BeforeEach
    void registerShops() {
        Ready.untilReady();
        for (String shop : List.of("live-shop", "other-shop")) {
            given().contentType(ContentType.JSON)
                    .body("{\"silo\": \"sales\", \"channel\": \"web\"}")
                    .put("/sources/" + shop)
                    .then()
                    .statusCode(200);
        }
    }

    @AfterEach
    void hangUp() {
        client.shutdownNow();
    }

    @Test
    void showsWhatIsArrivingAndWhatBecomesOfIt() {
        Queue<String> lines = LiveLines.of(client, live + "?source=live-shop");

        post(view("live-shop", "l-1", "page.viewed"));
        post(view("other-shop", "l-2", "page.viewed"));
        post(view("live-shop", "l-1", "page.viewed"));
        post(view("live-shop", "l-3", "page.unheard-of"));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(LiveLines.told(lines, "accepted", "l-1")).hasSize(2);
            assertThat(LiveLines.told(lines, "counted", "l-1")).hasSize(1);
            assertThat(LiveLines.told(lines, "duplicate", "l-1")).hasSize(1);
            assertThat(LiveLines.told(lines, "rejected", "l-3"))
                    .singleElement()
                    .asString()
                    .contains("\"field\":\"type\"")
                    .contains("page.unheard-of");
        });
        assertThat(LiveLines.told(lines, "accepted", "l-1")).allMatch(data -> data.contains(TRACE));
        assertThat(lines).noneMatch(line -> line.contains("l-2"));
    }

    @Test
    void showsWhatCameThroughAnotherInstance() {
        Queue<String> lines = LiveLines.of(client, live + "?source=live-shop");
        SignalRecorded signal = new SignalRecorded(
                "l-elsewhere",
                "live-shop",
                "page.viewed",
                Instant.now(),
                "sales",
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
                null);
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.write(headers, signal.id(), signal.source(), signal.type(), signal.occurredAt());

        OnTopic.put(Topics.SIGNALS_JUDGED, signal.key(), signal, headers);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(LiveLines.told(lines, "accepted", "l-elsewhere")).hasSize(1);
            assertThat(LiveLines.told(lines, "counted", "l-elsewhere")).hasSize(1);
        });
    }

    @Test
    void keepsTheLineOpen() {
        Queue<String> lines = LiveLines.of(client, live);

        await().atMost(SOON).untilAsserted(() -> assertThat(lines).contains(":nothing new"));
    }

    @Test
    void tellsASlowListenerHowMuchItMissed() throws Exception {
        URI address = URI.create(live + "?source=live-shop");
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(4_096);
            slow.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            slow.getOutputStream()
                    .write("GET %s?%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .formatted(address.getPath(), address.getQuery())
                            .getBytes(UTF_8));
            BufferedReader reader = new BufferedReader(new InputStreamReader(slow.getInputStream(), UTF_8));
            assertThat(reader.lines().anyMatch("event:listening"::equals)).isTrue();

            refusedAtLength(6_000);

            assertThat(reader.lines().anyMatch("event:missed"::equals)).isTrue();
        }
    }

    @Test
    void takesNoMoreListenersThanMay() {
        List<Integer> answers = IntStream.rangeClosed(0, LISTENERS_MAX)
                .mapToObj(i -> client.sendAsync(
                                HttpRequest.newBuilder(URI.create(live)).build(), HttpResponse.BodyHandlers.ofLines())
                        .join()
                        .statusCode())
                .toList();

        assertThat(answers).contains(200).endsWith(503);
    }

    /** Sends so many signals that are refused, each with much to tell. */
    private static void refusedAtLength(int signals) {
        String much = "x".repeat(1_900);
        for (int sent = 0; sent < signals; sent += 1_000) {
            String batch = IntStream.range(sent, sent + 1_000)
                    .mapToObj(i ->
                            "{\"id\": \"slow-%d\", \"source\": \"live-shop\", \"much\": \"%s\"}".formatted(i, much))
                    .collect(Collectors.joining(",", "[", "]"));
            given().contentType(ContentType.JSON)
                    .body(batch)
                    .post("/signals/batch")
                    .then()
                    .statusCode(202);
        }
    }

    private static String view(String source, String id, String type) {
        return """
                {"id": "%s", "source": "%s", "type": "%s", "occurredAt": "%s", "customer": {"id": "ann"}}""".formatted(id, source, type, Instant.now());
    }

    private static void post(String signal) {
        given().contentType(ContentType.JSON)
                .header("traceparent", TRACE)
                .body(signal)
                .post("/signals");
    }
}
