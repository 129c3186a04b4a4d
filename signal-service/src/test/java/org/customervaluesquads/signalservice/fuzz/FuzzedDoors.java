package org.customervaluesquads.signalservice.fuzz;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Every door that answers by HTTP, each with the sources that it needs. */
final class FuzzedDoors {

    static final String JSON = "application/json";

    static final String SIGNAL = """
            {"id": "fuzz", "source": "fuzz-shop", "type": "order.completed", "occurredAt": "2026-01-05T11:00:00Z",\
             "sentAt": "2026-01-05T11:00:01Z", "customer": {"id": "ann", "region": "GB"}, "channel": "web",\
             "value": {"amount": 505.30, "currency": "GBP"}, "text": "schön", "properties": {"units": 166, "a": [1]}}""";
    static final String EVENT = """
            {"specversion": "1.0", "id": "fuzz", "source": "fuzz-shop", "type": "order.completed",\
             "time": "2026-01-05T11:00:00Z", "datacontenttype": "application/json",\
             "data": {"customer": {"id": "ann"}, "value": {"amount": 5, "currency": "GBP"}}}""";
    static final String OWN_EVENT = """
            {"nr": "e-1", "at": "2026-01-05T11:00:00Z", "who": "ann"}""";
    static final String MESSAGE = """
            {"messageId": "m-1", "type": "track", "userId": "ann", "anonymousId": "phone", "event": "Order Completed",\
             "timestamp": "2026-01-05T11:00:00Z", "sentAt": "2026-01-05T11:00:01Z", "context": {"groupId": "acme"},\
             "properties": {"revenue": 5.5, "currency": "GBP"}, "traits": {"plan": "a"}, "previousId": "tablet",\
             "groupId": "acme", "name": "Home", "writeKey": "none"}""";

    private static final String MAPPING =
            "{\"id\": .nr, \"type\": \"order.completed\", \"occurredAt\": .at, \"customer\": {\"id\": .who}}";

    private FuzzedDoors() {}

    /** Registers what the doors need; gives what the keyed source authorizes itself with. */
    static Map<String, String> open() {
        register("fuzz-shop", Map.of("silo", "sales", "mapping", MAPPING));
        register("fuzz-rotating", Map.of("silo", "sales"));
        register("fuzz-segment", Map.of("silo", "web", "mapping", MAPPING));
        String key = given().contentType(ContentType.JSON)
                .body("{\"overlap\": \"PT1H\"}")
                .post("/sources/fuzz-segment/keys")
                .path("key");
        String credentials = Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
        return Map.of("Authorization", "Basic " + credentials);
    }

    /** A new door is one more line. */
    static List<FuzzedDoor> all(Map<String, String> authorized) {
        List<FuzzedDoor> doors = new ArrayList<>(List.of(
                FuzzedDoor.post("/signals", JSON, SIGNAL),
                FuzzedDoor.post("/signals/batch", JSON, "[" + SIGNAL + ", " + SIGNAL + "]"),
                FuzzedDoor.post("/signals/batch", "application/x-ndjson", SIGNAL + "\n" + SIGNAL + "\n"),
                FuzzedDoor.post("/signals", "application/cloudevents+json", EVENT),
                FuzzedDoor.post("/signals", "application/cloudevents-batch+json", "[" + EVENT + "]"),
                FuzzedDoor.post("/signals", JSON, "{\"customer\": {\"id\": \"ann\"}}")
                        .with(attributes("fuzz")),
                FuzzedDoor.post("/sources/fuzz-shop/events", JSON, "[" + OWN_EVENT + ", {\"nr\": 5}]"),
                FuzzedDoor.post("/sources/fuzz-segment/events", JSON, OWN_EVENT).with(authorized),
                FuzzedDoor.post("/sources/fuzz-shop/preview", JSON, "{\"events\": [" + OWN_EVENT + "]}"),
                FuzzedDoor.post("/sources/fuzz-put", JSON, "{\"silo\": \"sales\", \"maxAge\": \"P9D\"}")
                        .by("PUT"),
                FuzzedDoor.post("/sources/fuzz-rotating/keys", JSON, "{\"overlap\": \"PT1H\"}"),
                FuzzedDoor.post("/sources/fuzz-rotating/keys/none", JSON, "{}").by("DELETE"),
                FuzzedDoor.post("/signals/rejected/replay?limit=2", JSON, "{}")));
        for (String kind : List.of("track", "identify", "page", "screen", "group", "alias")) {
            doors.add(FuzzedDoor.post("/v1/" + kind, JSON, MESSAGE).with(authorized));
        }
        for (String door : List.of("/v1/batch", "/v1/import")) {
            String batch = "{\"sentAt\": \"2026-01-05T11:00:01Z\", \"batch\": [%s, %s]}".formatted(MESSAGE, MESSAGE);
            doors.add(FuzzedDoor.post(door, JSON, batch).with(authorized));
        }
        return List.copyOf(doors);
    }

    /** The headers of an event in binary mode. */
    static Map<String, String> attributes(String id) {
        return Map.of(
                "ce-specversion", "1.0",
                "ce-id", id,
                "ce-source", "fuzz-shop",
                "ce-type", "order.completed",
                "ce-time", "2026-01-05T11:00:00Z");
    }

    private static void register(String id, Map<String, String> source) {
        given().contentType(ContentType.JSON)
                .body(source)
                .put("/sources/" + id)
                .then()
                .statusCode(200);
    }
}
