package org.customervaluesquads.signalservice.segment;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;

/** A source with a write key, and what was counted of it. */
final class Keyed {

    private Keyed() {}

    /** Registers the source and gives its key. */
    static String register(String sourceId, Map<String, String> source) {
        given().contentType(ContentType.JSON)
                .body(source)
                .put("/sources/" + sourceId)
                .then()
                .statusCode(200);
        return given().contentType(ContentType.JSON)
                .body("{}")
                .post("/sources/" + sourceId + "/keys")
                .path("key");
    }

    static List<SignalRecorded> counted(String sourceId, int count) {
        return OnTopic.read(Topics.SIGNALS, count, signal -> signal.source().equals(sourceId));
    }

    /** How many signals there are of each type. */
    static Map<String, Long> byType(List<SignalRecorded> signals) {
        return signals.stream()
                .collect(Collectors.groupingBy(SignalRecorded::type, TreeMap::new, Collectors.counting()));
    }
}
