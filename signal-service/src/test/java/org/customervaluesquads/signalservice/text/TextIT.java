package org.customervaluesquads.signalservice.text;

import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts on a real broker, understood by the real model. */
@RealParts
class TextIT {

    private static final Duration WAIT_MAX = Duration.ofSeconds(60);

    @BeforeEach
    void registerAChat() {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"service\", \"channel\": \"chat\"}")
                .put("/sources/chat")
                .then()
                .statusCode(200);
    }

    @Test
    void bringsAComplaintNearWithEvidenceThatNamesTheTopic() {
        write("cross-carl", "I want to complain to your manager, I am furious and disappointed with your service");

        await().atMost(WAIT_MAX)
                .untilAsserted(() -> get("/customers/cross-carl/intents")
                        .then()
                        .body(
                                "intents.find { it.intent == 'complain' }.evidence.feature",
                                hasItem("text.understood/topic=complaint")));

        List<SignalRecorded> derived = OnTopic.read(
                Topics.SIGNALS, 1, signal -> signal.wasDerived() && "cross-carl".equals(signal.customerId()));
        assertThat(derived).singleElement().satisfies(signal -> {
            assertThat(signal.id()).isEqualTo("cross-carl-1/text");
            assertThat(signal.channel()).isEqualTo("chat");
            assertThat(signal.text()).isNull();
            assertThat(signal.properties()).containsKey("topicConfidence");
        });
    }

    @Test
    void goesByWhatASquadTeachesWithinSecondsAndForgetsItAgain() {
        String text = "der Gutscheincode wird an der Kasse nicht angenommen";
        String address = "/text-catalogue/topic/voucher/squad-1";
        given().contentType(ContentType.JSON)
                .body("""
                        {"examples": ["mein Gutschein funktioniert nicht", "the coupon code is not accepted",
                         "Gutscheincode ungültig", "my voucher is refused at the checkout", "Rabattcode wird nicht angenommen",
                         "der Gutschein wird an der Kasse abgelehnt"]}""")
                .put(address)
                .then()
                .statusCode(200)
                .body("taught[0].teacher", equalTo("squad-1"));

        await().atMost(WAIT_MAX).until(() -> topicOf(text), equalTo("voucher"));
        get("/text-catalogue").then().body("state", equalTo("in-force"));
        double accuracy = get("/text-catalogue").jsonPath().getDouble("questions[0].quality.accuracy");

        assertThat(accuracy).isBetween(0.5, 1.0);
        delete(address).then().statusCode(204);
        delete(address).then().statusCode(404);
        await().atMost(WAIT_MAX).until(() -> !"voucher".equals(topicOf(text)));
    }

    @Test
    void refusesWhatCannotBeTaught() {
        String none = "{\"examples\": []}";
        String one = "{\"examples\": [\"hello there\"]}";

        given().contentType(ContentType.JSON)
                .body(none)
                .put("/text-catalogue/topic/x/centre")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body(one)
                .put("/text-catalogue/topic/X y/centre")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body(one)
                .put("/text-catalogue/mood/x/centre")
                .then()
                .statusCode(404);
        get("/text-catalogue/topic/never").then().statusCode(404).contentType("application/problem+json");
    }

    private static String topicOf(String text) {
        return given().contentType(ContentType.JSON)
                .body("{\"text\": \"" + text + "\"}")
                .post("/text-catalogue/try")
                .path("answers.find { it.question == 'topic' }.label");
    }

    private static void write(String customer, String text) {
        given().contentType(ContentType.JSON)
                .body("""
                        {"id": "%s-1", "source": "chat", "type": "chat.message", "occurredAt": "%s",
                         "customer": {"id": "%s"}, "text": "%s"}""".formatted(customer, Instant.now(), customer, text))
                .post("/signals")
                .then()
                .statusCode(202);
    }
}
