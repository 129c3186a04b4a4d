package org.customervaluesquads.squadservice.formations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
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
                .statusCode(200)
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
        assertThat(again.asString()).isEqualTo(first.asString());
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
                .statusCode(200)
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
        return json(REQUEST.formatted(region, allocation, "juggling")).post("/formations");
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
