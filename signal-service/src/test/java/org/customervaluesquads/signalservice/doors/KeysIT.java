package org.customervaluesquads.signalservice.doors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealParts
class KeysIT {

    private static final Duration KEPT_WITHIN = Duration.ofSeconds(20);
    private static final String PROBLEM = "application/problem+json";
    private static final String VIEW = """
            {"id": "%s", "source": "%s", "type": "page.viewed", "occurredAt": "2026-01-05T12:00:00Z",
             "customer": {"id": "ann"}}""";
    private static final String MAPPING =
            "{\"id\": .nr, \"type\": \"page.viewed\", \"occurredAt\": .at," + " \"customer\": {\"id\": .who}}";

    @BeforeEach
    void awaitTheService() {
        Ready.untilReady();
    }

    @Test
    void showsAKeyOnceAndKeepsItsHash() {
        register("keyed-once", Map.of("silo", "sales"));

        String key = makeKey("keyed-once", "{}");

        assertThat(key).hasSize(43);
        given().get("/sources/keyed-once").then().body(not(containsString(key))).body("keys", hasSize(1));
        given().get("/sources/keyed-once/keys")
                .then()
                .statusCode(200)
                .body("items[0].keyId", notNullValue())
                .body("items[0].createdAt", notNullValue())
                .body("items[0].key", nullValue())
                .body("items[0].sha256", nullValue());
        List<SourceRegistered> kept = OnTopic.read(
                Topics.SOURCES, 1, source -> source.sourceId().equals("keyed-once") && source.keys() != null);
        assertThat(kept.getFirst().toString()).doesNotContain(key);
    }

    @Test
    void demandsTheKeyAtEveryDoorOfItsSource() {
        register("keyed-doors", Map.of("silo", "sales", "mapping", MAPPING));
        String event = "{\"nr\": \"e\", \"at\": \"2026-01-05T12:00:00Z\", \"who\": \"ann\"}";
        String key = makeKey("keyed-doors", "{}");

        asked(post(given(), "/signals", VIEW.formatted("1", "keyed-doors")));
        asked(post(given(), "/signals/batch", "[" + VIEW.formatted("1", "keyed-doors") + "]"));
        asked(post(given(), "/sources/keyed-doors/events", event));
        asked(post(given().auth().preemptive().basic("no key", ""), "/signals", VIEW.formatted("1", "keyed-doors")));

        post(bearer(key), "/signals", VIEW.formatted("1", "keyed-doors")).statusCode(202);
        post(
                        given().auth().preemptive().basic(key, ""),
                        "/signals/batch",
                        "[" + VIEW.formatted("2", "keyed-doors") + "]")
                .statusCode(202)
                .body("accepted", equalTo(1));
        post(bearer(key), "/sources/keyed-doors/events", event).statusCode(202).body("accepted", equalTo(1));
    }

    @Test
    void refusesASignalOfAnotherSourceByName() {
        register("keyed-a", Map.of("silo", "sales"));
        register("keyed-b", Map.of("silo", "sales"));
        String key = makeKey("keyed-a", "{}");
        makeKey("keyed-b", "{}");

        post(
                        bearer(key),
                        "/signals/batch",
                        "[%s, %s]".formatted(VIEW.formatted("a", "keyed-a"), VIEW.formatted("b", "keyed-b")))
                .statusCode(202)
                .body("verdicts.verdict", equalTo(List.of("accepted", "rejected")))
                .body("verdicts[1].errors[0].field", equalTo("source"));
        post(
                        given(),
                        "/signals/batch",
                        "[%s, %s]".formatted(VIEW.formatted("o", "nobody"), VIEW.formatted("b", "keyed-b")))
                .statusCode(202)
                .body("rejected", equalTo(1))
                .body("turnedAway", equalTo(1))
                .body("verdicts.verdict", equalTo(List.of("rejected", "unauthorized")));
    }

    @Test
    void letsNoReplayIntoASourceWhoseKeyNobodyShowed() {
        register("keyed-c", Map.of("silo", "sales"));
        makeKey("keyed-c", "{}");
        Instant before = Instant.now();
        post(given(), "/signals/batch", VIEW.formatted("c", "keyed-c")).statusCode(400);
        String kept = await().atMost(KEPT_WITHIN)
                .until(
                        () -> given().get("/signals/rejected?door=signals/batch&source=unknown&from=" + before)
                                .path("items[0].rejectionId"),
                        Objects::nonNull);

        post(given(), "/signals/rejected/" + kept + "/replay", "")
                .statusCode(200)
                .body("replayVerdict", equalTo("rejected"))
                .body("errors[0].field", equalTo("source"));
    }

    @Test
    void rotatesWithAnOverlapAndTakesBack() {
        register("keyed-turn", Map.of("silo", "sales"));
        String first = makeKey("keyed-turn", "{}");
        String second = makeKey("keyed-turn", "{\"overlap\": \"PT1H\"}");
        post(bearer(first), "/signals", VIEW.formatted("1", "keyed-turn")).statusCode(202);
        post(bearer(second), "/signals", VIEW.formatted("2", "keyed-turn")).statusCode(202);

        String third = makeKey("keyed-turn", "{\"overlap\": \"PT0S\"}");
        asked(post(bearer(first), "/signals", VIEW.formatted("1", "keyed-turn")));
        List<String> ids = given().get("/sources/keyed-turn/keys").path("items.keyId");
        assertThat(ids).hasSize(1);
        given().delete("/sources/keyed-turn/keys/" + ids.getFirst()).then().statusCode(204);

        asked(post(bearer(third), "/signals", VIEW.formatted("3", "keyed-turn")));
        asked(post(given(), "/signals", VIEW.formatted("3", "keyed-turn")));
        given().delete("/sources/keyed-turn/keys/" + ids.getFirst())
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
    }

    @Test
    void keepsTheKeysOfASourceThatIsChanged() {
        register("keyed-kept", Map.of("silo", "sales"));
        String key = makeKey("keyed-kept", "{}");

        register(
                "keyed-kept",
                Map.of(
                        "silo",
                        "marketing",
                        "signalsPerSecond",
                        1000,
                        "maxAge",
                        "P400D",
                        "duplicateWindow",
                        "P30D",
                        "purposes",
                        List.of("analytics")));

        given().get("/sources/keyed-kept")
                .then()
                .body("silo", equalTo("marketing"))
                .body("maxAge", equalTo("PT9600H"))
                .body("duplicateWindow", equalTo("PT720H"))
                .body("purposes", equalTo(List.of("analytics")));
        asked(post(given(), "/signals", VIEW.formatted("1", "keyed-kept")));
        post(bearer(key), "/signals", VIEW.formatted("1", "keyed-kept")).statusCode(202);
    }

    @Test
    void namesWhatCannotBeSetOfASource() {
        given().contentType(ContentType.JSON)
                .body("""
                        {"silo": "sales", "signalsPerSecond": 0, "maxAge": "PT1S", "duplicateWindow": "P91D",
                         "purposes": [""]}""")
                .put("/sources/keyed-bounds")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("errors.size()", equalTo(4));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/sources/nobody/keys")
                .then()
                .statusCode(404);
    }

    @Test
    void answersASourceOverItsQuotaWithAWaitAndKeepsNothing() {
        register("keyed-quota", Map.of("silo", "sales", "signalsPerSecond", 1));
        String full =
                "[" + (VIEW.formatted("q", "keyed-quota") + ",").repeat(999) + VIEW.formatted("q", "keyed-quota") + "]";
        post(given(), "/signals/batch", full).statusCode(202).body("accepted", equalTo(1000));

        ValidatableResponse answer = post(given(), "/signals/batch", full.replace("page.viewed", "no.such.type"));

        answer.statusCode(429).contentType(PROBLEM).header("Retry-After", Integer::parseInt, greaterThan(1));
        register("keyed-quota", Map.of("silo", "sales", "signalsPerSecond", 1000));
        post(given(), "/signals", "{\"id\": \"behind\", \"source\": \"keyed-quota\"}")
                .statusCode(422);
        assertThat(OnTopic.readUntil(Topics.SIGNALS_REJECTED, refused -> "behind".equals(refused.signalId())))
                .filteredOn(refused -> refused.source().equals("keyed-quota"))
                .extracting(SignalRejected::signalId)
                .containsExactly("behind");
    }

    private static void asked(ValidatableResponse answer) {
        answer.statusCode(401).contentType(PROBLEM).header("WWW-Authenticate", containsString("Basic"));
    }

    private static void register(String id, Map<String, Object> source) {
        given().contentType(ContentType.JSON)
                .body(source)
                .put("/sources/" + id)
                .then()
                .statusCode(200);
    }

    private static String makeKey(String id, String request) {
        return given().contentType(ContentType.JSON)
                .body(request)
                .post("/sources/" + id + "/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }

    private static RequestSpecification bearer(String key) {
        return given().header("Authorization", "Bearer " + key);
    }

    private static ValidatableResponse post(RequestSpecification as, String door, String body) {
        return as.contentType(ContentType.JSON).body(body).post(door).then();
    }
}
