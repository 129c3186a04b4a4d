package org.customervaluesquads.signalservice.doors;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RealParts
class DoorsIT {

    private static final String PROBLEM = "application/problem+json";
    private static final String ORDER = """
            {"id": "%s", "source": "web-shop", "type": "order.completed", "occurredAt": "2009-12-01T07:45:00Z",
             "value": {"amount": 505.30, "currency": "GBP"}}""";

    @BeforeEach
    void registerAShop() {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"sales\", \"channel\": \"web\", \"region\": \"GB\"}")
                .put("/sources/web-shop")
                .then()
                .statusCode(200);
    }

    @Test
    void recordsAnAcceptedSignalOnceHoweverOftenItIsSent() {
        for (int i = 0; i < 3; i++) {
            post("/signals", customerOrder("once", "once-customer"))
                    .statusCode(202)
                    .body("verdict", equalTo("accepted"));
        }
        // The same key goes to the same partition, so once this is read all before it was.
        given().contentType(ContentType.JSON)
                .body(customerOrder("behind", "once-customer"))
                .post("/signals")
                .then()
                .statusCode(202);

        List<SignalRecorded> recorded =
                OnTopic.readUntil(Topics.SIGNALS, signal -> signal.id().equals("behind"));

        assertThat(recorded)
                .filteredOn(signal -> signal.id().equals("once"))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.amount()).isEqualByComparingTo("505.30");
                    assertThat(signal.silo()).isEqualTo("sales");
                });
    }

    @Test
    void givesEachSignalOfABatchItsVerdictInOrder() {
        String future = ORDER.formatted("future")
                .replace(
                        "2009-12-01T07:45:00Z",
                        Instant.now().plusSeconds(300_000).toString());

        ValidatableResponse answer =
                post("/signals/batch", "[%s, %s, 5]".formatted(ORDER.formatted("in-batch"), future));

        answer.statusCode(202)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(2))
                .body("verdicts.verdict", equalTo(List.of("accepted", "rejected", "rejected")))
                .body("verdicts[1].errors[0].field", equalTo("occurredAt"))
                .body("verdicts[1].errors[0].reason", equalTo("in the future by 3 days"));
        assertThat(OnTopic.read(Topics.SIGNALS_REJECTED, 1, refused -> "future".equals(refused.signalId())))
                .singleElement()
                .extracting(SignalRejected::original)
                .isEqualTo(future);
    }

    /** The test configuration lets the producer's knowledge of topics age within this test. */
    @Test
    void goesOnTakingBatchesWithRefusalsAfterItsMetadataHasAged() throws InterruptedException {
        for (int i = 0; i < 12; i++) {
            post("/signals/batch", "[%s, {}]".formatted(ORDER.formatted("aged-" + i)))
                    .statusCode(202);
            Thread.sleep(300);
        }
    }

    @Test
    void takesLinesOfJson() {
        given().contentType("application/x-ndjson")
                .body((ORDER.formatted("line").replace("\n", " ") + "\n{broken\n").getBytes(UTF_8))
                .post("/signals/batch")
                .then()
                .statusCode(202)
                .body("verdicts.verdict", equalTo(List.of("accepted", "rejected")))
                .body("verdicts[1].errors[0].reason", startsWith("is not JSON"));
    }

    @ParameterizedTest(name = "{0} of {1} answers {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/signals       | {broken                   | 400 | is not JSON",
                "/signals       | []                        | 422 | must be a JSON object",
                "/signals/batch | {\"id\": 1}               | 400 | must be a JSON array",
                "/signals/batch | [{\"id\": 1               | 400 | is not JSON",
                "/sources/nobody/events | {}                | 404 | there is no source nobody",
                "/sources/web-shop/events | {}              | 422 | the source has no mapping",
                "/sources/web-shop/preview | {}             | 400 | {\"field\":\"events\",\"reason\":\"must not be empty\"}",
            })
    void answersBadInputWithAProblemThatNamesIt(String door, String body, int status, String named) {
        post(door, body).statusCode(status).contentType(PROBLEM).body(containsString(named));
    }

    @Test
    void keepsAMalformedSignalAmongTheRejected() {
        post("/signals", "{\"id\": \"half a sig").statusCode(400);

        List<SignalRejected> kept = OnTopic.read(
                Topics.SIGNALS_REJECTED, 1, refused -> refused.original().equals("{\"id\": \"half a sig"));

        assertThat(kept).singleElement().extracting(SignalRejected::source).isEqualTo("unknown");
    }

    @Test
    void refusesALargeBodyInWords() {
        post("/signals", "x".repeat(2_000_000))
                .statusCode(413)
                .contentType(PROBLEM)
                .body("detail", equalTo("the body is larger than 65,536 bytes"));
        post("/signals/batch", "x".repeat(5_000_000))
                .statusCode(413)
                .contentType(PROBLEM)
                .body("detail", equalTo("the body is larger than 4,194,304 bytes"));
    }

    @Test
    void answersOtherMediaTypesAndMethodsWithAProblem() {
        given().contentType("text/csv")
                .body("a,b")
                .post("/signals")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
        given().get("/signals").then().statusCode(405).contentType(PROBLEM);
    }

    @Test
    void mapsASourcesOwnEvents() {
        String mapping =
                "{\"id\": .nr, \"type\": \"ticket.opened\", \"occurredAt\": .at, \"customer\": {\"id\": .who}}";
        given().contentType(ContentType.JSON)
                .body(Map.of("silo", "service", "mapping", mapping))
                .put("/sources/help-desk")
                .then()
                .statusCode(200);
        String events = """
                [{"nr": "t-1", "at": "2026-01-05T12:00:00Z", "who": "ann"}, {"nr": "t-2", "at": "yesterday"}]""";

        post("/sources/help-desk/preview", "{\"events\": " + events + "}")
                .statusCode(200)
                .body("signals[0].verdict", equalTo("accepted"))
                .body("signals[0].signal.source", equalTo("help-desk"))
                .body("signals[1].errors.field", hasItem("occurredAt"));
        post("/sources/help-desk/events", events).statusCode(202).body("accepted", equalTo(1));

        assertThat(OnTopic.read(Topics.SIGNALS, 1, signal -> signal.id().equals("t-1")))
                .singleElement()
                .extracting(SignalRecorded::silo)
                .isEqualTo("service");
        assertThat(OnTopic.read(Topics.SIGNALS_REJECTED, 1, refused -> "t-2".equals(refused.signalId())))
                .singleElement()
                .extracting(SignalRejected::original)
                .isEqualTo("{\"nr\": \"t-2\", \"at\": \"yesterday\"}");
    }

    @Test
    void refusesAMappingThatDoesNotParse() {
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"service\", \"mapping\": \"{\"}")
                .put("/sources/broken")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("errors[0].field", equalTo("mapping"));
    }

    private static String customerOrder(String id, String customer) {
        return ORDER.formatted(id).replace("\"value\"", "\"customer\": {\"id\": \"" + customer + "\"}, \"value\"");
    }

    private static ValidatableResponse post(String door, String body) {
        return given().contentType(ContentType.JSON).body(body).post(door).then();
    }
}
