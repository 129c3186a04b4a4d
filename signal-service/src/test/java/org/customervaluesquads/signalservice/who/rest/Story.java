package org.customervaluesquads.signalservice.who.rest;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.customervaluesquads.signalservice.Ready;

/** What a shop sends of people and their devices, as it would over HTTP. */
final class Story {

    static final Duration WAIT_MAX = Duration.ofSeconds(20);

    private Story() {}

    static void opensAShop() {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"marketing\"}")
                .put("/sources/story-shop")
                .then()
                .statusCode(200);
    }

    static void addsToCart(String person, String region) {
        send("cart.added", person.formatted(region), "{}");
    }

    static String device(String id) {
        return "{\"anonymousId\": \"" + id + "\", \"region\": \"%s\"}";
    }

    static String customer(String id) {
        return "{\"id\": \"" + id + "\", \"region\": \"%s\"}";
    }

    static void identifies(String customer, String device, String region) {
        send(
                "customer.identified",
                "{\"id\": \"%s\", \"anonymousId\": \"%s\", \"region\": \"%s\"}".formatted(customer, device, region),
                "{}");
    }

    static void consents(String customer, String purposes, String region) {
        send("consent.changed", customer(customer).formatted(region), "{\"purposes\": [" + purposes + "]}");
    }

    private static void send(String type, String person, String properties) {
        given().contentType(ContentType.JSON)
                .body("""
                        {"id": "%s", "source": "story-shop", "type": "%s", "occurredAt": "%s",
                         "customer": %s, "properties": %s}""".formatted(UUID.randomUUID(), type, Instant.now(), person, properties))
                .post("/signals")
                .then()
                .statusCode(202);
    }

    /** How often the first evidence of the best intent of somebody was seen; none is zero. */
    static double cartsOf(String customer) {
        Number count = get("/customers/{id}/intents", customer)
                .path("intents.find { it.intent == 'purchase' }?.evidence?.find { it.halfLife == 'PT24H' }?.count");
        return count == null ? 0 : count.doubleValue();
    }

    static void untilCarts(String customer, double atLeast, double below) {
        await().atMost(WAIT_MAX).until(() -> cartsOf(customer), carts -> carts >= atLeast && carts < below);
    }

    static void untilState(String customer, String subject, String state) {
        await().atMost(WAIT_MAX)
                .until(() -> state.equals(get("/customers/{id}/identities", customer)
                        .path("identities.find { it.subject == '%s' }?.state".formatted(subject))));
    }
}
