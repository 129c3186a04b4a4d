package org.customervaluesquads.signalservice.doors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body whose length is announced takes a shorter way to the doors than one that comes in chunks. */
@RealParts
class ShorterWayIT {

    private static final String GOOD = """
            {"id": "way-%s", "source": "ways", "type": "page.viewed", "occurredAt": "2026-01-01T10:00:00Z", "customer": {"id": "w"}}""";
    private static final String BAD = GOOD.replace("page.viewed", "never.heard.of");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void registerASource() {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"sales\", \"channel\": \"web\", \"region\": \"GB\"}")
                .put("/sources/ways")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "/signals, good, 202",
        "/signals, bad, 422",
        "/signals, broken, 400",
        "/signals, large, 413",
        "/signals/batch, many, 202",
        "/signals/batch, broken, 400",
        "/signals/batch, too many, 413",
    })
    void answersAsTheLongerOneDoes(String door, String what, int status) throws Exception {
        String body = bodyOf(what);

        HttpResponse<String> shorter = post(door, BodyPublishers.ofString(body));
        HttpResponse<String> longer =
                post(door, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes())));

        assertThat(shorter.statusCode()).isEqualTo(status);
        assertThat(longer.statusCode()).isEqualTo(status);
        assertThat(shorter.body()).isEqualTo(longer.body());
        assertThat(headersOf(shorter)).isEqualTo(headersOf(longer));
    }

    private static String bodyOf(String what) {
        return switch (what) {
            case "good" -> GOOD.formatted("good");
            case "bad" -> BAD.formatted("bad");
            case "broken" -> "{broken";
            case "large" -> GOOD.formatted("x".repeat(70_000));
            case "many" -> "[%s, %s]".formatted(GOOD.formatted("first"), BAD.formatted("second"));
            case "too many" ->
                Collections.nCopies(1_001, GOOD.formatted("same")).toString();
            default -> throw new IllegalArgumentException(what);
        };
    }

    private HttpResponse<String> post(String door, BodyPublisher body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + door))
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, Object> headersOf(HttpResponse<String> answer) {
        Map<String, Object> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }
}
