package org.customervaluesquads.squadservice.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsultationsIT extends ServiceTest {

    private static final String TRIAGE = "{\"priority\": \"high\", \"owner\": \"Grace\"}";
    private static final String ANSWER = "{\"verdict\": \"planned\", \"answer\": \"in January\"}";

    @Test
    void takesARequestFromASquadToItsAnswer() {
        UUID squad = formSquad("asking");
        String location = raise(squad, UUID.randomUUID().toString()).header("Location");

        var tooEarly = json(ANSWER).header("If-Match", "\"1\"").put(location + "/answer");
        var triaged = json(TRIAGE).header("If-Match", "\"1\"").put(location + "/triage");
        var answered = json(ANSWER).header("If-Match", "\"2\"").put(location + "/answer");
        var tooLate = json(TRIAGE).header("If-Match", "\"3\"").put(location + "/triage");

        tooEarly.then().statusCode(409);
        triaged.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("triaged"))
                .body("triage.priority", equalTo("high"))
                .body("answer", nullValue());
        answered.then().statusCode(200).body("state", equalTo("answered")).body("answer.verdict", equalTo("planned"));
        tooLate.then().statusCode(409);
        given().get(location).then().header("ETag", "\"3\"").body("triage.owner", equalTo("Grace"));
        given().get("/squads/{id}", squad).then().body("version", equalTo(4));
    }

    @Test
    void asksOnceUnderOneKeyAndRefusesWhatIsNotThere() {
        UUID squad = formSquad("asking once");
        String key = UUID.randomUUID().toString();

        String first = raise(squad, key).header("Location");
        String again = raise(squad, key).header("Location");

        assertThat(again).isNotNull().isEqualTo(first);
        raise(new UUID(0, 0), UUID.randomUUID().toString()).then().statusCode(404);
        json("{\"squadId\": \"%s\", \"capabilityId\": \"%s\", \"title\": \"t\", \"wish\": \"w\"}"
                        .formatted(squad, new UUID(0, 0)))
                .post("/platform/requests")
                .then()
                .statusCode(409)
                .body("errors.field", contains("capabilityId"));
        json(TRIAGE).put(first + "/triage").then().statusCode(428);
        json(TRIAGE).header("If-Match", "\"7\"").put(first + "/triage").then().statusCode(412);
        json("{}")
                .header("If-Match", "\"1\"")
                .put(first + "/triage")
                .then()
                .statusCode(400)
                .body("errors.field", contains("owner", "priority"));
    }

    @Test
    void listsTheRequestsOfASquadInAState() {
        UUID squad = formSquad("asking often");
        String triaged = raise(squad, UUID.randomUUID().toString()).header("Location");
        json(TRIAGE).header("If-Match", "*").put(triaged + "/triage").then().statusCode(200);
        String open = raise(squad, UUID.randomUUID().toString()).path("id");

        var page =
                given().queryParam("squad", squad).queryParam("state", "open").get("/platform/requests");

        page.then().statusCode(200).body("items.id", contains(open)).body("next", nullValue());
        given().queryParam("state", "lost").get("/platform/requests").then().statusCode(400);
    }

    private static Response raise(UUID squad, String key) {
        return json("{\"squadId\": \"%s\", \"title\": \"consent\", \"wish\": \"by channel\"}".formatted(squad))
                .header("Idempotency-Key", key)
                .post("/platform/requests");
    }
}
