package org.customervaluesquads.squadservice.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleIT extends ServiceTest {

    @Test
    void addsAPersonAndShowsThem() {
        var added = json(person("Ada", "412.50")).post("/people").then().statusCode(201);

        String location = added.header("ETag", "\"1\"").extract().header("Location");
        given().get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Ada"))
                .body("department", equalTo("sales"))
                .body("functionalLead", equalTo("Grace"))
                .body("region", equalTo("DE"))
                .body("skills.skill", contains("sql", "design"))
                .body("skills.level", contains(3, 1))
                .body("costRate.amount", equalTo(412.5f))
                .body("costRate.currency", equalTo("EUR"));
    }

    @Test
    void listsPeopleAPageAtATime() {
        String ada = addPerson("Ada").toString();
        String bob = addPerson("Bob").toString();
        String eve = addPerson("Eve").toString();

        var page = given().queryParam("after", ada).queryParam("limit", 2).get("/people");

        page.then().statusCode(200).body("items.id", contains(bob, eve));
    }

    @Test
    void publishesASquadAnewWhenAMemberCostsSomethingElse() {
        UUID squad = formSquad("costly");
        UUID ada = addPerson("Ada");
        join(squad, ada, 50).then().statusCode(201);

        var changed = json(person("Ada", "500.00")).header("If-Match", "\"1\"").put("/people/{id}", ada);

        changed.then().statusCode(200).header("ETag", "\"2\"").body("costRate.amount", equalTo(500.0f));
        given().get("/squads/{id}", squad)
                .then()
                .body("version", equalTo(3))
                .body("costPerWorkingDay.amount", contains(250.0f));
    }

    @Test
    void leavesSquadsAloneWhenOnlyTheProfileChanges() {
        UUID squad = formSquad("steady");
        UUID ada = addPerson("Ada");
        join(squad, ada, 50).then().statusCode(201);

        json(person("Ada Martin", "400.0"))
                .header("If-Match", "\"1\"")
                .put("/people/{id}", ada)
                .then()
                .statusCode(200);

        given().get("/squads/{id}", squad)
                .then()
                .body("version", equalTo(2))
                .body("members.name", contains("Ada Martin"));
    }

    @Test
    void refusesToChangeAVersionThatIsGone() {
        UUID ada = addPerson("Ada");

        var stale = json(person("Ada", "1")).header("If-Match", "\"9\"").put("/people/{id}", ada);

        stale.then().statusCode(412).contentType("application/problem+json");
        given().get("/people/{id}", new UUID(0, 0)).then().statusCode(404);
        json(person("Ada", "1")).put("/people/{id}", ada).then().statusCode(428);
        json(person("Ada", "1"))
                .header("If-Match", "*")
                .put("/people/{id}", new UUID(0, 0))
                .then()
                .statusCode(404);
    }
}
