package org.customervaluesquads.squadservice.skills;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SkillsIT extends ServiceTest {

    private static final String CENTRAL = """
            {"skills": [{"skill": "sql", "level": 3, "people": 2}, {"skill": "law", "level": 2}]}""";

    @Test
    void asksSkillsOfAllSquadsOfAValueArea() {
        String path = "/value-areas/design-support/skills";
        String before = given().get(path).then().statusCode(200).extract().header("ETag");

        var asked = json("{\"skills\": [{\"skill\": \"figma %s\", \"level\": 4}]}".formatted(UUID.randomUUID()))
                .header("If-Match", before)
                .put(path);

        asked.then()
                .statusCode(200)
                .body("valueArea", equalTo("design-support"))
                .body("skills.level", contains(4))
                .body("skills.people", contains(1));
        json(CENTRAL).header("If-Match", before).put(path).then().statusCode(412);
        json(CENTRAL).put(path).then().statusCode(428);
        given().get("/value-areas/moon/skills").then().statusCode(404).body("errors.field", contains("valueArea"));
    }

    @Test
    void namesWhatASquadLacksAndHasItRefined() {
        json(CENTRAL)
                .header("If-Match", "*")
                .put("/value-areas/revenue-operations/skills")
                .then()
                .statusCode(200);
        UUID squad = formSquad("skilled");
        UUID ada = addPerson("Ada");
        join(squad, ada, 50).then().statusCode(201);

        var before = given().get("/squads/{id}/skills", squad);
        var refined = json("{\"skills\": [{\"skill\": \"law\", \"level\": 2, \"people\": 0},"
                        + " {\"skill\": \"design\", \"level\": 3}]}")
                .header("If-Match", "\"2\"")
                .put("/squads/{id}/skills", squad);

        before.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("missing", equalTo(2))
                .body("skills.skill", contains("sql", "law"))
                .body("skills.have", contains(1, 0))
                .body("skills.missing", contains(1, 1))
                .body("skills.nearest", contains(nullValue(), nullValue()))
                .body("skills[0].meeting", contains(ada.toString()));
        refined.then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("skills.skill", contains("sql", "design"))
                .body("skills.origin", contains("central", "squad"))
                .body("skills.nearest", contains(nullValue(), equalTo(1)));
    }

    @Test
    void refusesARefinementThatCannotBe() {
        UUID squad = formSquad("strict");
        String twice =
                "{\"skills\": [{\"skill\": \"sql\", \"level\": 3}, {\"skill\": \"sql\", \"level\": 6, \"people\": 11}]}";

        var refused = json(twice).header("If-Match", "\"1\"").put("/squads/{id}/skills", squad);

        refused.then().statusCode(400).body("errors.field", contains("skills[1].level", "skills[1].people"));
        json("{\"skills\": [{\"skill\": \"a\", \"level\": 3}, {\"skill\": \"a\", \"level\": 2}]}")
                .header("If-Match", "\"1\"")
                .put("/squads/{id}/skills", squad)
                .then()
                .statusCode(400)
                .body("errors.field", contains("skills"));
        json("{\"skills\": []}").put("/squads/{id}/skills", squad).then().statusCode(428);
        json("{\"skills\": []}")
                .header("If-Match", "\"9\"")
                .put("/squads/{id}/skills", squad)
                .then()
                .statusCode(412);
        given().get("/squads/{id}/skills", new UUID(0, 0)).then().statusCode(404);
    }

    @Test
    void listsWhatPeopleCanDo() {
        addPerson("Ada");

        var page = given().queryParam("after", "sqk").queryParam("limit", 1).get("/skills");

        page.then()
                .statusCode(200)
                .body("items.skill", contains("sql"))
                .body("items[0].people", greaterThanOrEqualTo(1))
                .body("items[0].experts", greaterThanOrEqualTo(0));
    }
}
