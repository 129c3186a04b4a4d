package org.customervaluesquads.squadservice.decisions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
import org.customervaluesquads.squadservice.cycles.SomeCycle;
import org.junit.jupiter.api.Test;

/** Decisions over HTTP. */
@QuarkusTest
class DecisionsIT extends ServiceTest {

    @Test
    void keepsItsEvidenceAsItWas() {
        Setting setting = new Setting("deciding");
        String decision = setting.decide(4_000, "2026-05-01")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        SomeCycle.start(setting.cycle).then().statusCode(200);

        var shown = given().get("/decisions/{id}", decision);

        shown.then()
                .body("standing", equalTo("decided"))
                .body("choice.evidence[0].asItWas.state", equalTo("planned"))
                .body("choice.evidence[1].asItWas.revision", equalTo(3));
        given().get("/squads/{id}/decisions", setting.squad).then().body("items.id", contains(decision));
    }

    @Test
    void recordsAProposalBeyondTheRightsUntilThatPersonAgrees() {
        Setting setting = new Setting("proposing");
        var proposed = setting.decide(6_000, "2026-05-01").then().statusCode(201);
        String id = proposed.body("standing", equalTo("proposed"))
                .body("authority.mustAgree", equalTo("head of sales"))
                .extract()
                .path("id");
        String agreement = "{\"by\": \"%s\", \"agrees\": true, \"comment\": \"go\"}";

        json(agreement.formatted("somebody"))
                .header("If-Match", "\"1\"")
                .post("/decisions/{id}/agreement", id)
                .then()
                .statusCode(409)
                .body("errors.field", contains("by"));
        var agreed = json(agreement.formatted("head of sales"))
                .header("If-Match", "\"1\"")
                .post("/decisions/{id}/agreement", id);

        agreed.then().statusCode(200).header("ETag", "\"2\"").body("standing", equalTo("decided"));
    }

    @Test
    void correctsByANewEntryAndLeavesTheOldOneAsItWas() {
        Setting setting = new Setting("correcting");
        String wrong = setting.decide(4_000, "2026-05-01").path("id");
        String body = SomeDecision.json(setting.owner, 3_000, "2026-06-01", setting.cycle);

        var correction = json(body).header("If-Match", "\"1\"").post("/decisions/{id}/corrections", wrong);

        String right = correction
                .then()
                .statusCode(201)
                .body("corrects", equalTo(wrong))
                .extract()
                .path("id");
        given().get("/decisions/{id}", wrong)
                .then()
                .body("standing", equalTo("corrected"))
                .body("correctedBy", equalTo(right))
                .body("choice.spend.amount", equalTo(4000));
        json(body)
                .header("If-Match", "\"2\"")
                .post("/decisions/{id}/corrections", wrong)
                .then()
                .statusCode(409);
        json(body).post("/decisions/{id}/corrections", right).then().statusCode(428);
    }

    @Test
    void listsWhatIsToBeReviewedAPageAtATime() {
        Setting setting = new Setting("reviewing");
        String later = setting.decide(1, "1902-03-01").path("id");
        String sooner = setting.decide(1, "1902-02-01").path("id");
        String next = given().queryParam("reviewDue", "1902-03-01")
                .queryParam("limit", 1)
                .get("/decisions")
                .then()
                .body("items.id", contains(sooner))
                .extract()
                .path("next");

        var second = given().queryParam("reviewDue", "1902-03-01")
                .queryParam("after", next)
                .get("/decisions");

        second.then().statusCode(200).body("items.id", contains(later)).body("next", nullValue());
        json("{\"by\": \"Ada\", \"outcome\": \"worked\"}")
                .header("If-Match", "\"1\"")
                .post("/decisions/{id}/reviews", sooner)
                .then()
                .statusCode(200)
                .body("reviewDue", nullValue());
        given().queryParam("reviewDue", "1902-02-28").get("/decisions").then().body("items", empty());
    }

    @Test
    void namesEachFieldThatIsRefused() {
        Setting setting = new Setting("refused");
        String body = SomeDecision.json(UUID.randomUUID(), 1, "2026-05-01", setting.cycle);

        json(body)
                .post("/squads/{id}/decisions", setting.squad)
                .then()
                .statusCode(400)
                .body("errors.field", contains("owner"));
        json(body.replace("\"chosen\": \"call\"", "\"chosen\": \"fax\"").replace("\"asItWas\"", "\"other\""))
                .post("/squads/{id}/decisions", setting.squad)
                .then()
                .statusCode(400)
                .body("errors.field", contains("chosen", "evidence[1].asItWas"));
    }

    /** A squad of one that may spend 5,000 pounds, and plans a cycle. */
    private static final class Setting {

        private final UUID squad;
        private final UUID owner;
        private final String cycle;

        Setting(String name) {
            squad = formSquad(name);
            owner = addPerson("Ada");
            join(squad, owner, 50).then().statusCode(201);
            SomeDecision.giveRights(squad);
            cycle = SomeCycle.plan(squad);
        }

        Response decide(int pounds, String reviewOn) {
            return json(SomeDecision.json(owner, pounds, reviewOn, cycle)).post("/squads/{id}/decisions", squad);
        }
    }
}
