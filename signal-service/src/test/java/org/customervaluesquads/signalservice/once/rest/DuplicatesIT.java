package org.customervaluesquads.signalservice.once.rest;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealParts
class DuplicatesIT {

    private static final Duration WAIT_MAX = Duration.ofSeconds(20);

    @BeforeEach
    void registerATill() {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"sales\"}")
                .put("/sources/till")
                .then()
                .statusCode(200);
    }

    @Test
    void listsWhatCameAgainWithAnotherContentAndNotWhatCameAgainTheSame() {
        order("o-1", "10.00");
        order("o-1", "10.00");
        order("o-2", "20.00");

        order("o-2", "21.00");

        await().atMost(WAIT_MAX)
                .untilAsserted(() -> get("/signals/duplicates?source=till")
                        .then()
                        .statusCode(200)
                        .body("count", equalTo(1))
                        .body("newest.id", equalTo(List.of("o-2"))));
        get("/q/metrics").then().body(containsString("squads_signals_duplicates_differing_total{source=\"till\"} 1.0"));
        get("/signals/duplicates").then().statusCode(400).contentType("application/problem+json");
    }

    private static void order(String id, String amount) {
        given().contentType(ContentType.JSON)
                .body("""
                        {"id": "%s", "source": "till", "type": "order.completed", "occurredAt": "2026-01-05T12:00:00Z",
                         "customer": {"id": "dora"}, "value": {"amount": %s, "currency": "GBP"}}""".formatted(id, amount))
                .post("/signals")
                .then()
                .statusCode(202);
    }
}
