package org.customervaluesquads.squadservice.formations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormationsIT extends ServiceTest {

    private static final String REQUEST = """
            {"mission": {"valueArea": "cross-channel", "goal": "win back"}, "regions": ["%s"], "allocation": %d,
             "skills": [{"skill": "%s", "level": 3, "people": 2}, {"skill": "levitation", "level": 1}],
             "alternatives": 2, "seed": 3}""";

    @Test
    void proposesSquadsWithReasonsAndWhatRemainsUncovered() {
        String region = UUID.randomUUID().toString();
        List<String> people = peopleOf(region, 14);

        Response first = propose(region, 50);
        Response again = propose(region, 50);

        first.then()
                .statusCode(201)
                .body("considered", equalTo(14))
                .body("asked.skill", contains("juggling", "levitation"))
                .body("proposals", hasSize(2))
                .body("proposals[0].size", equalTo(7))
                .body("proposals[0].departments", equalTo(7))
                .body("proposals[0].missing", equalTo(1))
                .body("proposals[0].uncovered.skill", contains("levitation"))
                .body("proposals[0].reasons[0]", containsString("1 of 2 skills"));
        assertThat(first.jsonPath().getList("proposals[0].members.personId", String.class))
                .isSubsetOf(people);
        assertThat(again.jsonPath().getList("proposals"))
                .isEqualTo(first.jsonPath().getList("proposals"));
        given().get(first.header("Location")).then().statusCode(200).body(equalTo(first.asString()));
        given().queryParam("limit", 100)
                .get("/formations")
                .then()
                .statusCode(200)
                .body("items.id", hasItems(first.<String>path("id"), again.<String>path("id")));
    }

    @Test
    void searchesOnceForARequestThatComesAgain() {
        String region = UUID.randomUUID().toString();
        peopleOf(region, 7);
        String key = UUID.randomUUID().toString();
        Response first = propose(region, 50, key);
        peopleOf(region, 7);

        Response again = propose(region, 50, key);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        propose(region, 40, key).then().statusCode(422);
    }

    @Test
    void formsASquadAsItWasProposed() {
        String region = UUID.randomUUID().toString();
        peopleOf(region, 14);
        Response formation = propose(region, 60);
        String lead = formation.path("proposals[0].members[3].personId");
        String key = UUID.randomUUID().toString();

        Response formed = form(formation, 1, "as proposed", lead, key);

        formed.then()
                .statusCode(201)
                .header("ETag", equalTo("\"" + formed.path("version") + "\""))
                .body("mission.goal", equalTo("win back"))
                .body("scope.regions", contains("GB"))
                .body("members.personId", hasSize(7))
                .body("members.find { it.role == 'lead' }.personId", equalTo(lead))
                .body("members.allocation", everyItem(equalTo(60)));
        String squad = formed.path("id");
        given().get("/squads/{id}/skills", squad).then().body("skills.skill", contains("juggling", "levitation"));
        given().get("/squads/{id}/history", squad).then().body("items.event", hasItem("squad.formed-as-proposed"));
        given().get(formation.header("Location")).then().body("proposals.squadId", contains(squad, null));
        assertThat(form(formation, 1, "as proposed", lead, key).asString()).isEqualTo(formed.asString());
        form(formation, 1, "once more", lead, null)
                .then()
                .statusCode(409)
                .body("errors.reason", contains(containsString(squad)));
    }

    @Test
    void formsNoSquadOfPeopleWhoAreNoLongerFree() {
        String region = UUID.randomUUID().toString();
        peopleOf(region, 14);
        Response formation = propose(region, 60);
        UUID busy = UUID.fromString(formation.path("proposals[1].members[2].personId"));
        UUID elsewhere = formSquad("elsewhere");
        join(elsewhere, busy, 50).then().statusCode(201);

        Response refused = form(formation, 2, "too late", null, null);

        refused.then()
                .statusCode(409)
                .body("errors.field", contains("members[2]"))
                .body("errors.reason", contains(containsString("would have 110 %")));
        given().header("If-Match", "*")
                .delete("/squads/{id}/members/{person}", elsewhere, busy)
                .then()
                .statusCode(200);
        form(formation, 2, "in time", null, null).then().statusCode(201);
    }

    @Test
    void formsNoSquadThatWasNotProposed() {
        String region = UUID.randomUUID().toString();
        peopleOf(region, 7);
        Response formation = propose(region, 60);
        String somebody = addPerson("Ada").toString();

        form(formation, 3, "third of two", null, null).then().statusCode(404);
        form(formation, 1, "led from outside", somebody, null)
                .then()
                .statusCode(400)
                .body("errors.field", contains("lead"));
        given().get("/formations/{id}", new UUID(0, 0)).then().statusCode(404);
    }

    @Test
    void passesOverWhoeverHasNotTheTime() {
        String region = UUID.randomUUID().toString();
        List<String> people = peopleOf(region, 7);
        UUID squad = formSquad("busy");
        people.subList(0, 2)
                .forEach(busy -> join(squad, UUID.fromString(busy), 60).then().statusCode(201));

        Response tooMuch = propose(region, 50);

        tooMuch.then()
                .statusCode(201)
                .body("considered", equalTo(5))
                .body("proposals", empty())
                .body("remarks[0]", containsString("only 5 people"));
        propose(region, 40).then().body("considered", equalTo(7)).body("proposals", hasSize(1));
    }

    @Test
    void refusesARequestThatCannotBe() {
        json("{\"mission\": {\"valueArea\": \"account\", \"goal\": \"x\"}, \"smallest\": 5, \"alternatives\": 4}")
                .post("/formations")
                .then()
                .statusCode(400)
                .body("errors.field", contains("allocation", "alternatives", "smallest"));
        json("{\"mission\": {\"valueArea\": \"account\", \"goal\": \"x\"}, \"allocation\": 5, \"smallest\": 9,"
                        + " \"largest\": 8}")
                .post("/formations")
                .then()
                .statusCode(400)
                .body("errors.field", contains("smallest"));
    }

    private static Response propose(String region, int allocation) {
        return propose(region, allocation, UUID.randomUUID().toString());
    }

    private static Response propose(String region, int allocation, String key) {
        return json(REQUEST.formatted(region, allocation, "juggling"))
                .header("Idempotency-Key", key)
                .post("/formations");
    }

    private static Response form(
            Response formation, int number, String name, @Nullable String lead, @Nullable String key) {
        return json("{\"name\": \"%s\", \"scope\": {\"regions\": [\"GB\"]}%s}"
                        .formatted(name, lead == null ? "" : ", \"lead\": \"" + lead + "\""))
                .header("Idempotency-Key", key == null ? UUID.randomUUID().toString() : key)
                .post(formation.header("Location") + "/proposals/" + number + "/squad");
    }

    /** People of seven departments, every second of whom can juggle. */
    private static List<String> peopleOf(String region, int people) {
        StringBuilder file = new StringBuilder("name,department,region,costRate,currency,skills\n");
        for (int number = 0; number < people; number++) {
            file.append("p%d,d%d,%s,400,EUR,juggling:%d\n".formatted(number, number % 7, region, 2 + number % 2));
        }
        return given().contentType("text/csv")
                .body(file.toString())
                .post("/people/import")
                .jsonPath()
                .getList("verdicts.id");
    }
}
