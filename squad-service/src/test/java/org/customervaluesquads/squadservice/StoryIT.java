package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.cycles.SomeCycle;
import org.customervaluesquads.squadservice.decisions.SomeDecision;
import org.customervaluesquads.squadservice.stages.SquadOfSix;
import org.junit.jupiter.api.Test;

/** A squad from its forming out of a whole company to its replicas, as clients live it over HTTP. */
@QuarkusTest
class StoryIT extends ServiceTest {

    private static final int PEOPLE = 200;
    private static final long SEED = 41;

    private static final String PLAYBOOK = """
            {"name": "Win back by calling", "cadence": "two weeks", "metrics": [{"metric": "csat", "target": 4.2}]}""";

    private static final String LOCAL = """
            {"policies": [{"kind": "retention", "name": "call recordings", "value": "%s", "locked": true},
                          {"kind": "contact-rule", "name": "calls", "value": "%s"}]}""";

    /** Regions of this run alone, so that nobody else's people are proposed and nobody else's policies hold. */
    private final String run = UUID.randomUUID().toString();

    private final String britain = "GB " + run;
    private final String germany = "DE " + run;
    private final String france = "FR " + run;

    @Test
    void provesItselfAndIsReplicatedElsewhere() {
        Staff.hire(PEOPLE, britain, SEED);
        UUID squad = formAsProposed();
        SquadOfSix.reach(squad, "piloting");
        cannotYet("playbook", squad, PLAYBOOK, "stage");

        List<String> cycles = runThreeCyclesOfWhichOneFails(squad);
        decideAndReview(squad, cycles.getFirst());
        SquadOfSix.reach(squad, "proven");
        cannotYet("stage", squad, "{\"stage\": \"scaling\"}", "playbook");
        String playbook = writePlaybook(squad);

        String german = replicate(playbook, "Germany", germany);
        String french = replicate(playbook, "France", france);
        ruleLocally(german, french);
        SquadOfSix.reach(squad, "scaling");
        given().header("If-Match", "*").delete("/squads/{id}", french).then().statusCode(200);

        given().get("/squads/{id}/family", german)
                .then()
                .body("squadId", equalTo(squad.toString()))
                .body("stage", equalTo("scaling"))
                .body("replicas.squadId", contains(german, french))
                .body("replicas.stage", contains("forming", "disbanded"));
        given().get("/squads/{id}/origin", german).then().body("parentId", equalTo(squad.toString()));
        tellsTheStory(squad, german);
    }

    private UUID formAsProposed() {
        JsonPath formation = Staff.propose(britain);
        assertThat(formation.getInt("considered")).isEqualTo(PEOPLE);
        assertThat(formation.getList("proposals")).hasSize(2);
        assertThat(formation.getInt("proposals[0].missing")).isZero();
        assertThat(formation.getInt("proposals[0].departments")).isGreaterThanOrEqualTo(3);

        UUID squad = Staff.form(formation, "Great Britain", britain);

        given().get("/squads/{id}/health", squad)
                .then()
                .body("healthy", equalTo(true))
                .body("findings", empty());
        return squad;
    }

    private static List<String> runThreeCyclesOfWhichOneFails(UUID squad) {
        List<String> cycles = new ArrayList<>();
        for (String verdict : List.of("keep", "drop", "keep")) {
            String cycle = SomeCycle.plan(squad);
            SomeCycle.start(cycle).then().statusCode(200);
            SomeCycle.conclude(cycle, verdict).then().statusCode(200);
            cycles.add(cycle);
        }
        given().get("/squads/{id}/failure-budget", squad)
                .then()
                .body("failed", equalTo(1))
                .body("left", equalTo(2))
                .body("kept", equalTo(2));
        return cycles;
    }

    private static void decideAndReview(UUID squad, String cycle) {
        SomeDecision.giveRights(squad);
        UUID lead =
                UUID.fromString(given().get("/squads/{id}", squad).path("members.find { it.role == 'lead' }.personId"));
        String within = decide(squad, SomeDecision.json(lead, 4_000, "1903-01-01", cycle), "decided");
        String beyond = decide(squad, SomeDecision.json(lead, 9_000, "1903-02-01", cycle), "proposed");
        json("{\"by\": \"head of sales\", \"agrees\": true, \"comment\": \"try it\"}")
                .header("If-Match", "\"1\"")
                .post("/decisions/{id}/agreement", beyond)
                .then()
                .statusCode(200)
                .body("standing", equalTo("decided"));
        var due = given().queryParam("reviewDue", "1903-02-01").get("/decisions");
        due.then().body("items.id", hasItems(within, beyond));

        review(within, 1, "one in ten came back");
        review(beyond, 2, "no more than by letter");

        given().get("/squads/{id}/decisions", squad)
                .then()
                .body("items.id", contains(within, beyond))
                .body("items.reviewDue", contains("2126-01-01", "2126-01-01"))
                .body("items.collect { it.choice.evidence[0].asItWas.state }", contains("concluded", "concluded"));
    }

    private static String decide(UUID squad, String decision, String standing) {
        return json(decision)
                .post("/squads/{id}/decisions", squad)
                .then()
                .statusCode(201)
                .body("standing", equalTo(standing))
                .extract()
                .path("id");
    }

    private static void review(String decision, int version, String outcome) {
        json("{\"by\": \"Ada\", \"outcome\": \"%s\", \"nextReviewOn\": \"2126-01-01\"}".formatted(outcome))
                .header("If-Match", "\"%d\"".formatted(version))
                .post("/decisions/{id}/reviews", decision)
                .then()
                .statusCode(200);
    }

    private static String writePlaybook(UUID squad) {
        return json(PLAYBOOK)
                .post("/squads/{id}/playbook", squad)
                .then()
                .statusCode(201)
                .body("generation", equalTo(1))
                .body("method.skills.skill", contains("sql", "negotiation", "design"))
                .body("method.skills.people", contains(2, 1, 1))
                .body("method.rights.kind", contains("campaign"))
                .body("method.metrics.metric", contains("revenue/GBP", "csat"))
                .body("method.kept", hasSize(2))
                .body("method.dropped", hasSize(1))
                .extract()
                .path("id");
    }

    private static String replicate(String playbook, String name, String region) {
        Response replicated = json("{\"name\": \"%s\", \"scope\": {\"regions\": [\"%s\"]}, \"target\": 1000}"
                        .formatted(name, region))
                .header("Idempotency-Key", name + playbook)
                .post("/playbooks/{id}/squads", playbook);
        String id = replicated
                .then()
                .statusCode(201)
                .body("generation", equalTo(2))
                .body("carriesOver", hasItem("failure budget: 3 failed cycles within 90 days"))
                .body("decideAnew.field", contains("members", "lead", "mission.dueOn", "decisionRights", "policies"))
                .extract()
                .path("squadId");
        given().get("/squads/{id}/skills", id).then().body("skills.skill", contains("sql", "negotiation", "design"));
        given().get("/squads/{id}/decision-rights", id).then().body("rights.kind", contains("campaign"));
        return id;
    }

    private void ruleLocally(String german, String french) {
        rule("regions/" + germany, "P30D", "never before ten").then().statusCode(200);
        rule("regions/" + france, "P90D", "with consent alone").then().statusCode(200);
        rule("squads/" + german, "P60D", "never after six")
                .then()
                .statusCode(409)
                .body("errors.field", contains("policies[0].value"));
        for (var local : List.of(List.of(german, germany, "P30D"), List.of(french, france, "P90D"))) {
            given().queryParam("squad", local.getFirst())
                    .get("/policies/effective")
                    .then()
                    .body("policies.find { it.name == 'call recordings' }.value", equalTo(local.getLast()))
                    .body("policies.find { it.name == 'call recordings' }.layerName", equalTo(local.get(1)))
                    .body("policies.find { it.name == 'calls' }.layer", equalTo("region"));
        }
        var changed = given().queryParam("region", germany).get("/policies/diff");
        changed.then().body("differences.name", hasItems("call recordings", "calls"));
    }

    private static Response rule(String layer, String recordings, String calls) {
        return json(LOCAL.formatted(recordings, calls)).header("If-Match", "*").put("/policies/" + layer);
    }

    private static void cannotYet(String what, UUID squad, String body, String lacking) {
        var refused = json(body).header("If-Match", "*").post("/squads/{id}/" + what, squad);

        refused.then().statusCode(409).body("errors.field", contains(lacking));
    }

    private static void tellsTheStory(UUID squad, String german) {
        assertThat(given().queryParam("limit", 100)
                        .get("/squads/{id}/history", squad)
                        .jsonPath()
                        .getList("items.event", String.class))
                .containsSubsequence(
                        "squad.formed",
                        "member.joined",
                        "skills.refined",
                        "squad.stage-reached",
                        "cycle.concluded",
                        "cycle.concluded",
                        "cycle.concluded",
                        "decision-rights.given",
                        "squad.stage-reached",
                        "playbook.written",
                        "squad.stage-reached");
        given().get("/squads/{id}/history", german)
                .then()
                .body(
                        "items.event",
                        contains(
                                "squad.formed",
                                "squad.replicated",
                                "decision-rights.given",
                                "failure-budget.set",
                                "skills.refined"));
    }
}
