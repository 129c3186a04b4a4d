package org.customervaluesquads.squadservice.playbooks;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
import org.customervaluesquads.squadservice.cycles.SomeCycle;
import org.customervaluesquads.squadservice.decisions.SomeDecision;
import org.customervaluesquads.squadservice.stages.SquadOfSix;
import org.junit.jupiter.api.Test;

/** A squad from its forming to its replicas, as clients live it over HTTP. */
@QuarkusTest
class StoryIT extends ServiceTest {

    private static final String PLAYBOOK = """
            {"name": "Win back by calling", "cadence": "two weeks", "metrics": [{"metric": "csat", "target": 4.2}]}""";

    @Test
    void provesItselfAndIsReplicatedElsewhere() {
        UUID squad = SquadOfSix.form("Great Britain");
        json(PLAYBOOK)
                .post("/squads/{id}/playbook", squad)
                .then()
                .statusCode(409)
                .body("errors.field", contains("stage"));
        SquadOfSix.reach(squad, "piloting");
        prove(squad);
        String playbook = json(PLAYBOOK)
                .post("/squads/{id}/playbook", squad)
                .then()
                .statusCode(201)
                .body("generation", equalTo(1))
                .body("method.skills", hasSize(0))
                .body("method.rights.kind", contains("campaign"))
                .body("method.metrics.metric", contains("revenue/GBP", "csat"))
                .body("method.kept", hasSize(2))
                .body("method.dropped", hasSize(1))
                .extract()
                .path("id");

        String germany = replicate(playbook, "Germany", "DE")
                .then()
                .statusCode(201)
                .body("generation", equalTo(2))
                .body("carriesOver", hasItem("failure budget: 3 failed cycles within 90 days"))
                .body("decideAnew.field", contains("members", "lead", "mission.dueOn", "decisionRights", "policies"))
                .extract()
                .path("squadId");
        String france = replicate(playbook, "France", "FR").path("squadId");

        SquadOfSix.reach(squad, "scaling");
        given().header("If-Match", "*").delete("/squads/{id}", france).then().statusCode(200);
        given().get("/squads/{id}/family", germany)
                .then()
                .body("squadId", equalTo(squad.toString()))
                .body("stage", equalTo("scaling"))
                .body("replicas.squadId", contains(germany, france))
                .body("replicas.stage", contains("forming", "disbanded"));
        given().get("/squads/{id}/decision-rights", germany).then().body("rights.kind", contains("campaign"));
        given().get("/squads/{id}/origin", germany).then().body("parentId", equalTo(squad.toString()));
        given().get("/squads/{id}/history", germany)
                .then()
                .body(
                        "items.event",
                        contains("squad.formed", "squad.replicated", "decision-rights.given", "failure-budget.set"));
    }

    @Test
    void isRefusedTheNextStageWithoutCycles() {
        UUID squad = SquadOfSix.form("untried");
        SquadOfSix.reach(squad, "piloting");

        var moved = json("{\"stage\": \"proven\"}").header("If-Match", "*").post("/squads/{id}/stage", squad);

        moved.then().statusCode(409).body("errors.field", contains("cycles", "cycles"));
    }

    private static void prove(UUID squad) {
        SomeDecision.giveRights(squad);
        for (String verdict : List.of("keep", "drop", "keep")) {
            String cycle = SomeCycle.plan(squad);
            SomeCycle.start(cycle).then().statusCode(200);
            SomeCycle.conclude(cycle, verdict).then().statusCode(200);
        }
        SquadOfSix.reach(squad, "proven");
        var early = json("{\"stage\": \"scaling\"}").header("If-Match", "*").post("/squads/{id}/stage", squad);
        early.then().statusCode(409).body("errors.field", contains("playbook"));
    }

    private static Response replicate(String playbook, String name, String region) {
        return json("{\"name\": \"%s\", \"scope\": {\"regions\": [\"%s\"]}, \"target\": 1000}".formatted(name, region))
                .header("Idempotency-Key", name + playbook)
                .post("/playbooks/{id}/squads", playbook);
    }
}
