package org.customervaluesquads.squadservice.stages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;

/** Health and stages over HTTP. */
@QuarkusTest
class StagesIT extends ServiceTest {

    @Test
    void tellsANewSquadWhatItLacks() {
        UUID id = formSquad("new");

        var health = given().get("/squads/{id}/health", id);

        health.then()
                .statusCode(200)
                .body("healthy", equalTo(false))
                .body(
                        "findings.rule",
                        contains("six-to-ten-people", "three-departments", "a-lead", "an-outcome-metric", "a-target"))
                .body("findings.severity", contains("warning", "critical", "critical", "critical", "critical"))
                .body("findings[0].numbers.members", equalTo(0))
                .body("findings[0].mend", equalTo("have 6 more people join"))
                .body("kept", contains("nobody-over-allocated"));
    }

    @Test
    void movesASquadOnWhenTheRulesAreKept() {
        UUID id = SquadOfSix.form("whole");
        String tag = given().get("/squads/{id}/stage", id)
                .then()
                .body("next", equalTo("piloting"))
                .body("ready", equalTo(true))
                .extract()
                .header("ETag");

        var moved = json("{\"stage\": \"piloting\"}").header("If-Match", tag).post("/squads/{id}/stage", id);

        moved.then()
                .statusCode(200)
                .body("stage", equalTo("piloting"))
                .body("rules.rule", hasItem("three-departments"));
        given().get("/squads/{id}", id).then().body("stage", equalTo("piloting"));
        given().get("/squads/{id}/health", id)
                .then()
                .body("healthy", equalTo(true))
                .body("findings", empty());
    }

    @Test
    void refusesAStepThatTheRulesForbidAndNamesThem() {
        UUID id = formSquad("too early");

        var moved =
                json("{\"stage\": \"piloting\"}").header("If-Match", "\"1\"").post("/squads/{id}/stage", id);

        moved.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("errors.field", contains("members", "members", "mission.outcomeMetric", "mission.target"))
                .body("errors.reason", hasItem(startsWith("three-departments: ")));
        given().get("/squads/{id}", id).then().body("version", equalTo(1));
    }

    @Test
    void refusesToCallASquadProvenThatHasRunNoCycles() {
        UUID id = SquadOfSix.form("untried");
        SquadOfSix.reach(id, "piloting");

        var moved = json("{\"stage\": \"proven\"}").header("If-Match", "*").post("/squads/{id}/stage", id);

        moved.then().statusCode(409).body("errors.field", contains("cycles", "cycles"));
    }

    @Test
    void asksForTheVersionAndForAStageThatThereIs() {
        UUID id = formSquad("versioned");

        json("{\"stage\": \"piloting\"}").post("/squads/{id}/stage", id).then().statusCode(428);
        json("{\"stage\": \"piloting\"}")
                .header("If-Match", "\"9\"")
                .post("/squads/{id}/stage", id)
                .then()
                .statusCode(412);
        json("{\"stage\": \"finished\"}")
                .header("If-Match", "\"1\"")
                .post("/squads/{id}/stage", id)
                .then()
                .statusCode(400)
                .body("errors.field", contains("stage"));
        given().get("/squads/{id}/health", UUID.randomUUID()).then().statusCode(404);
    }
}
