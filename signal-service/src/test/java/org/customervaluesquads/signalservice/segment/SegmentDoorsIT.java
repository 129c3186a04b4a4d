package org.customervaluesquads.signalservice.segment;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RealParts
class SegmentDoorsIT {

    private static final String PAGE = "{\"messageId\": \"%s\", \"type\": \"page\", \"anonymousId\": \"a\"}";

    private static final String MOON_LANDED = "{\"id\": .messageId, \"type\": \"event.attended\", \"occurredAt\":"
            + " \"2026-01-05T12:00:00Z\", \"customer\": {\"id\": .userId}}";
    private static final Duration KEPT_WITHIN = Duration.ofSeconds(20);

    @BeforeEach
    void awaitTheService() {
        Ready.untilReady();
    }

    @ParameterizedTest
    @ValueSource(strings = {"track", "identify", "page", "screen", "group", "alias"})
    void takesAMessageAtTheDoorOfItsKind(String kind) {
        String key = Keyed.register("segment-" + kind, Map.of("silo", "web"));

        post(key, "/v1/" + kind, """
                {"messageId": "%s", "userId": "ann", "event": "Order Completed", "groupId": "acme", "previousId": "a"}""".formatted(kind))
                .statusCode(200)
                .body("success", equalTo(true))
                .body("refused", nullValue());

        assertThat(Keyed.counted("segment-" + kind, 1))
                .singleElement()
                .extracting(SignalRecorded::id)
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/batch", "/v1/import", "/v1/import/"})
    void takesABatchAndSaysWhatOfItWasRefused(String door) {
        String key = Keyed.register("segment-batch", Map.of("silo", "web"));

        post(key, door, "{\"batch\": [%s, {\"type\": \"page\"}, 5]}".formatted(PAGE.formatted("b-1")))
                .statusCode(200)
                .body("success", equalTo(true))
                .body("refused", hasSize(2))
                .body("refused[0].errors[0].field", equalTo("messageId"));
    }

    @Test
    void demandsAKeyThoughTheSourceHasNone() {
        given().contentType(ContentType.JSON)
                .body(PAGE.formatted("x"))
                .post("/v1/page")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Basic"));
        post("no-key-of-ours", "/v1/batch", "{\"batch\": []}").statusCode(401);
    }

    @Test
    void takesTheKeyFromTheBodyAndNeverKeepsIt() {
        String key = Keyed.register("segment-body", Map.of("silo", "web"));

        given().contentType(ContentType.JSON)
                .body("{\"writeKey\": \"%s\", \"messageId\": \"k\", \"userId\": \"ann\", \"event\": \"Moon Landed\"}"
                        .formatted(key))
                .post("/v1/track")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("event"));

        assertThat(OnTopic.read(
                        Topics.SIGNALS_REJECTED, 1, kept -> kept.source().equals("segment-body")))
                .singleElement()
                .extracting(SignalRejected::original)
                .asString()
                .contains("Moon Landed")
                .doesNotContain(key);
    }

    @Test
    void refusesAnUnknownEventByNameAndKeepsIt() {
        String key = Keyed.register("segment-unknown", Map.of("silo", "web"));

        post(key, "/v1/track", "{\"messageId\": \"u\", \"userId\": \"ann\", \"event\": \"Moon Landed\"}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("event"))
                .body("errors[0].reason", containsString("Moon Landed"));

        assertThat(OnTopic.read(
                        Topics.SIGNALS_REJECTED, 1, kept -> kept.source().equals("segment-unknown")))
                .singleElement()
                .extracting(SignalRejected::original)
                .asString()
                .contains("Moon Landed");
    }

    @Test
    void givesAnUnknownEventToTheSourcesOwnMapping() {
        String key = Keyed.register("segment-own", Map.of("silo", "web", "mapping", MOON_LANDED));

        post(key, "/v1/track", "{\"messageId\": \"o\", \"userId\": \"ann\", \"event\": \"Moon Landed\"}")
                .statusCode(200);

        assertThat(Keyed.byType(Keyed.counted("segment-own", 1))).isEqualTo(Map.of("event.attended", 1L));
    }

    @Test
    void countsARefusedMessageOnceItsSourceHasAMappingForIt() {
        String key = Keyed.register("segment-late", Map.of("silo", "web"));
        post(key, "/v1/track", "{\"messageId\": \"l\", \"userId\": \"ann\", \"event\": \"Moon Landed\"}")
                .statusCode(400);
        String kept = await().atMost(KEPT_WITHIN)
                .until(
                        () -> get("/signals/rejected?source=segment-late").path("items[0].rejectionId"),
                        Objects::nonNull);

        Keyed.register("segment-late", Map.of("silo", "web", "mapping", MOON_LANDED));
        post(key, "/signals/rejected/" + kept + "/replay", "")
                .statusCode(200)
                .body("replayVerdict", equalTo("accepted"));

        assertThat(Keyed.byType(Keyed.counted("segment-late", 1))).isEqualTo(Map.of("event.attended", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken", "[]", "{}", "{\"batch\": {}}", "5", ""})
    void answersABatchThatIsNoneWithAProblem(String body) {
        String key = Keyed.register("segment-malformed", Map.of("silo", "web"));

        post(key, "/v1/batch", body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void refusesALargeBodyInWords() {
        String key = Keyed.register("segment-large", Map.of("silo", "web"));
        String many = "{\"batch\": [" + String.join(",", Collections.nCopies(1001, "{}")) + "]}";

        post(key, "/v1/batch", many).statusCode(413).body("detail", equalTo("a batch holds at most 1,000 messages"));
        post(key, "/v1/page", "x".repeat(100_000))
                .statusCode(413)
                .body("detail", equalTo("the body is larger than 65,536 bytes"));
        given().contentType(ContentType.JSON)
                .body(new ByteArrayInputStream(new byte[5_000_000])) // its length is not announced
                .post("/v1/batch")
                .then()
                .statusCode(413)
                .body("detail", equalTo("the body is larger than 4,194,304 bytes"));
        String large = PAGE.formatted("l").replace("}", ", \"context\": \"" + "x".repeat(70_000) + "\"}");
        post(key, "/v1/batch", "{\"batch\": [" + large + "]}")
                .statusCode(200)
                .body("refused.errors.reason", equalTo(List.of(List.of("is larger than 65,536 bytes"))));
    }

    @Test
    void takesGzipAndNoBombs() throws IOException {
        String key = Keyed.register("segment-zipped", Map.of("silo", "web"));

        zipped(key, "/v1/page", gzip(PAGE.formatted("z-1"))).statusCode(200);
        zipped(key, "/v1/batch", gzip("{\"batch\": [%s]}".formatted(PAGE.formatted("z-2"))))
                .statusCode(200)
                .body("refused", nullValue());

        zipped(key, "/v1/page", gzip(" ".repeat(8 * 1024 * 1024))).statusCode(413);
        zipped(key, "/v1/batch", gzip(" ".repeat(8 * 1024 * 1024))).statusCode(413);
        zipped(key, "/v1/batch", new byte[10]).statusCode(400).body("detail", equalTo("the body is not gzip"));
        assertThat(Keyed.counted("segment-zipped", 2))
                .extracting(SignalRecorded::id)
                .containsExactlyInAnyOrder("z-1", "z-2");
    }

    private static ValidatableResponse zipped(String key, String door, byte[] body) {
        return given().auth()
                .preemptive()
                .basic(key, "")
                .contentType(ContentType.JSON)
                .header("Content-Encoding", "gzip")
                .body(body)
                .post(door)
                .then();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static ValidatableResponse post(String key, String door, String body) {
        return given().auth()
                .preemptive()
                .basic(key, "")
                .contentType(ContentType.JSON)
                .body(body)
                .post(door)
                .then();
    }
}
