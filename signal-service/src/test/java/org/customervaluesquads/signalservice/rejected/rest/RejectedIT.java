package org.customervaluesquads.signalservice.rejected.rest;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RealParts
class RejectedIT {

    private static final Duration KEPT_WITHIN = Duration.ofSeconds(20);
    private static final String BROKEN = "{\"id\": .nr, \"type\": \"order.completed\", \"occurredAt\": .when}";
    private static final String RIGHT = "{\"id\": .nr, \"type\": \"order.completed\", \"occurredAt\": .at}";

    /** Calls itself twice, and each of these twice: no stack overflows, and no end comes. */
    private static final String ENDLESS = "def f(n) if ($n == 0) 0 else f($n - 1) + f($n - 1)  {\"id\": f(60)}";

    @BeforeEach
    void awaitReady() {
        Ready.untilReady();
    }

    @Test
    void replaysSinglyAndInBulkOnceTheMappingIsRight() {
        register("replay-shop", BROKEN);
        post(
                "/sources/replay-shop/events",
                "[{\"nr\": \"p-1\", \"at\": \"2026-01-05T12:00:00Z\"}, {\"nr\": \"p-2\", \"at\":"
                        + " \"2026-01-05T12:00:00Z\"}, {\"nr\": \"p-3\", \"at\": \"yesterday\"}]");
        awaitListed("source=replay-shop&field=occurredAt&reason=missing", 3);
        String id = list("source=replay-shop").extract().path("items.find { it.signalId == 'p-1' }.rejectionId");
        post("/signals/rejected/" + id + "/replay", "").body("replayVerdict", equalTo("rejected"));

        register("replay-shop", RIGHT);
        post("/signals/rejected/" + id + "/replay", "").statusCode(200).body("replayVerdict", equalTo("accepted"));
        post("/signals/rejected/" + id + "/replay", "").statusCode(200).body("replayVerdict", equalTo("accepted"));
        awaitListed("source=replay-shop&open=true", 2);
        post("/signals/rejected/replay?source=replay-shop", "")
                .statusCode(200)
                .body("replayed", equalTo(2))
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1));

        awaitListed("source=replay-shop&open=true&reason=ISO 8601", 1);
        get("/signals/rejected/" + id).then().body("replayVerdict", equalTo("accepted"));
        assertThat(OnTopic.read(Topics.SIGNALS, 2, signal -> signal.source().equals("replay-shop")))
                .extracting(signal -> signal.id())
                .containsExactlyInAnyOrder("p-1", "p-2");
    }

    @Test
    void goesThroughAllPageByPageNewestFirst() {
        register("paged-shop", RIGHT);
        for (int i = 0; i < 5; i++) {
            post("/signals", "{\"source\": \"paged-shop\", \"id\": \"page-" + i + "\"}");
        }
        awaitListed("source=paged-shop", 5);

        ValidatableResponse first = list("source=paged-shop&limit=3");
        ValidatableResponse second =
                list("source=paged-shop&limit=3&after=" + first.extract().path("next"));

        first.body("items.signalId", equalTo(List.of("page-4", "page-3", "page-2")));
        second.body("items.signalId", equalTo(List.of("page-1", "page-0"))).body("next", equalTo(null));
        list("source=paged-shop&to=2026-01-01T00:00:00Z").body("items", hasSize(0));
        list("source=paged-shop&door=signals&from=2026-01-01T00:00:00Z").body("items", hasSize(5));
    }

    @Test
    void keepsABrokenBatchOfWhichNothingCouldBeJudged() {
        Instant before = Instant.now();

        post("/signals/batch", "[{\"id\": \"cut o").statusCode(400);

        awaitListed("door=signals/batch&source=unknown&reason=is not JSON&from=" + before, 1);
    }

    @Test
    void refusesAMappingThatDoesNotEndAndNamesIt() {
        register("endless-shop", ENDLESS);

        post("/sources/endless-shop/events", "{}")
                .statusCode(202)
                .body("verdicts[0].errors[0].field", equalTo("mapping"));

        awaitListed("source=endless-shop&field=mapping&reason=seconds", 1);
        register("endless-shop", RIGHT);
        post("/sources/endless-shop/events", "{\"nr\": \"e-1\", \"at\": \"2026-01-05T12:00:00Z\"}")
                .body("accepted", equalTo(1));
    }

    @ParameterizedTest(name = "{0} answers {1}")
    @CsvSource({
        "/signals/rejected?from=yesterday, 422",
        "/signals/rejected?limit=0, 400",
        "/signals/rejected/nothing, 404",
    })
    void answersBadQuestionsWithAProblem(String question, int status) {
        get(question).then().statusCode(status).contentType("application/problem+json");
    }

    private static void awaitListed(String asked, int count) {
        await().atMost(KEPT_WITHIN).untilAsserted(() -> list(asked).body("items", hasSize(count)));
    }

    private static ValidatableResponse list(String asked) {
        return get("/signals/rejected?" + asked).then().statusCode(200);
    }

    private static void register(String source, String mapping) {
        given().contentType(ContentType.JSON)
                .body(Map.of("silo", "sales", "mapping", mapping))
                .put("/sources/" + source)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String door, String body) {
        return given().contentType(ContentType.JSON).body(body).post(door).then();
    }
}
