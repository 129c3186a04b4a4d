package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.squadservice.OpenApiDocument.Operation;
import org.customervaluesquads.squadservice.cycles.SomeCycle;
import org.customervaluesquads.squadservice.stages.SquadOfSix;
import org.junit.jupiter.api.Test;

/** Every example of a body in the OpenAPI document, sent to the service; only ids that are made up are replaced. */
@QuarkusTest
class ExamplesIT extends ServiceTest {

    private final Set<String> sent = new HashSet<>();

    @Test
    void areAccepted() {
        UUID squad = SquadOfSix.form("exemplary");
        String lead = given().get("/squads/{id}", squad).path("members[0].personId");

        people(lead, squad);
        requirements(squad);
        platform(squad);
        String cycle = cycle(squad);
        decisions(squad, lead);
        prove(squad, cycle);
        formation();

        assertThat(sent)
                .containsExactlyInAnyOrderElementsOf(OpenApiDocument.read().writes().stream()
                        .filter(Operation::hasBody)
                        .map(Operation::toString)
                        .toList());
    }

    private void people(String somebody, UUID squad) {
        send("post", "/people", "", 201);
        send("post", "/people/import", "", 200);
        send("put", "/people/{id}", "", 200, somebody);
        send("post", "/squads", "", 201);
        send("put", "/squads/{id}", "", 200, squad);
        send("put", "/squads/{id}/members/{personId}", "", 201, squad, addPerson("Ada"));
    }

    private void requirements(UUID squad) {
        send("put", "/value-areas/{valueArea}/skills", "", 200, "design-support");
        send("put", "/squads/{id}/skills", "", 200, squad);
        send("put", "/policies/global", "", 200);
        send("put", "/policies/regions/{region}", "", 200, "exemplary");
        send("put", "/policies/squads/{id}", "", 200, squad);
        json("{\"policies\": []}")
                .header("If-Match", "*")
                .put("/policies/global")
                .then()
                .statusCode(200);
    }

    private void platform(UUID squad) {
        String capability = send("post", "/platform/capabilities", "", 201).path("id");
        send("put", "/platform/capabilities/{id}", "", 200, capability);
        String request = send("post", "/platform/requests", "{\"squadId\": \"%s\"}".formatted(squad), 201)
                .path("id");
        send("put", "/platform/requests/{id}/triage", "", 200, request);
        send("put", "/platform/requests/{id}/answer", "", 200, request);
    }

    private String cycle(UUID squad) {
        send("post", "/squads/{id}/stage", "", 200, squad);
        send("put", "/squads/{id}/failure-budget", "", 200, squad);
        String cycle = send("post", "/squads/{id}/cycles", "", 201, squad).path("id");
        send("put", "/cycles/{id}", "", 200, cycle);
        return cycle;
    }

    private void decisions(UUID squad, String owner) {
        send("put", "/squads/{id}/decision-rights", "", 200, squad);
        String theirs = "{\"owner\": \"%s\"}".formatted(owner);
        String beyond = "{\"owner\": \"%s\", \"spend\": {\"amount\": 9000, \"currency\": \"GBP\"}}".formatted(owner);
        String proposal =
                send("post", "/squads/{id}/decisions", beyond, 201, squad).path("id");
        send("post", "/decisions/{id}/agreement", "", 200, proposal);
        send("post", "/decisions/{id}/reviews", "", 200, proposal);
        send("post", "/decisions/{id}/corrections", theirs, 201, proposal);
    }

    private void prove(UUID squad, String cycle) {
        SomeCycle.start(cycle, 2).then().statusCode(200);
        send("post", "/cycles/{id}/verdict", "", 200, cycle);
        for (int more = 0; more < 2; more++) {
            String next = SomeCycle.plan(squad);
            SomeCycle.start(next).then().statusCode(200);
            SomeCycle.conclude(next, "adapt").then().statusCode(200);
        }
        SquadOfSix.reach(squad, "proven");
        String playbook = send("post", "/squads/{id}/playbook", "", 201, squad).path("id");
        send("post", "/playbooks/{id}/squads", "", 201, playbook);
    }

    private void formation() {
        for (int more = 0; more < 6; more++) {
            addPerson("from Germany");
        }
        String regions = "{\"regions\": [\"DE\"]}";
        String formation = send("post", "/formations", regions, 201).path("id");
        send("post", "/formations/{id}/proposals/{n}/squad", "", 201, formation, 1);
    }

    /** Sends an example with these of its fields replaced, of whatever version is there. */
    private Response send(String method, String path, String replaced, int status, Object... places) {
        Operation operation = OpenApiDocument.read().of(method, path);
        String example = Objects.requireNonNull(operation.example(), path);

        Response answer = operation.send(given().header("If-Match", "*"), merged(example, replaced), places);

        assertThat(answer.statusCode())
                .as("%s: %s", operation, answer.asString())
                .isEqualTo(status);
        sent.add(operation.toString());
        return answer;
    }

    private static String merged(String example, String replaced) {
        if (replaced.isEmpty()) {
            return example;
        }
        try {
            ObjectNode body = (ObjectNode) MessageJson.mapper().readTree(example);
            return body.setAll((ObjectNode) MessageJson.mapper().readTree(replaced))
                    .toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
