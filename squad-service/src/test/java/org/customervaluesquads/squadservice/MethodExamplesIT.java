package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.customervaluesquads.squadservice.cycles.SomeCycle;
import org.customervaluesquads.squadservice.stages.SquadOfSix;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The examples of the OpenAPI document for what squads do, sent one after the other. */
@QuarkusTest
class MethodExamplesIT extends ServiceTest {

    @Test
    void givesExamplesThatWork() {
        UUID squad = SquadOfSix.form("exemplary");
        String owner = given().get("/squads/{id}", squad).path("members[0].personId");
        send("post", "/squads/{id}/stage", "stage", squad, "*").then().statusCode(200);
        send("put", "/squads/{id}/failure-budget", "budget", squad, "\"0\"")
                .then()
                .statusCode(200);
        send("put", "/squads/{id}/decision-rights", "rights", squad, "\"0\"")
                .then()
                .statusCode(200);
        String cycle = send("post", "/squads/{id}/cycles", "cycle", squad, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        send("put", "/cycles/{id}", "cycle", cycle, "\"1\"").then().statusCode(200);
        given().header("If-Match", "\"2\"")
                .post("/cycles/{id}/start", cycle)
                .then()
                .statusCode(200);
        send("post", "/cycles/{id}/verdict", "verdict", cycle, "\"3\"").then().statusCode(200);
        Map<String, Object> decision = new HashMap<>(example("post", "/squads/{id}/decisions", "decision"));
        decision.put("owner", owner);
        String id = given().contentType(ContentType.JSON)
                .body(decision)
                .post("/squads/{id}/decisions", squad)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        send("post", "/decisions/{id}/reviews", "review", id, "\"1\"").then().statusCode(200);
        for (int more = 0; more < 2; more++) {
            String next = SomeCycle.plan(squad);
            SomeCycle.start(next).then().statusCode(200);
            SomeCycle.conclude(next, "adapt").then().statusCode(200);
        }
        SquadOfSix.reach(squad, "proven");
        String playbook = send("post", "/squads/{id}/playbook", "playbook", squad, null)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        send("post", "/playbooks/{id}/squads", "replica", playbook, null).then().statusCode(201);
    }

    private static Response send(String method, String path, String example, Object id, @Nullable String version) {
        var request = given().contentType(ContentType.JSON).body(example(method, path, example));
        if (version != null) {
            request = request.header("If-Match", version);
        }
        return method.equals("put") ? request.put(path, id) : request.post(path, id);
    }

    private static Map<String, Object> example(String method, String path, String example) {
        return given().queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath()
                .getMap("paths.'%s'.%s.requestBody.content.'application/json'.examples.%s.value"
                        .formatted(path, method, example));
    }
}
