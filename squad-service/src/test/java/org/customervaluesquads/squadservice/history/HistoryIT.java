package org.customervaluesquads.squadservice.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.customervaluesquads.squadservice.ServiceTest;
import org.customervaluesquads.squadservice.cycles.SomeCycle;
import org.junit.jupiter.api.Test;

/** What happened to a squad, and the squad as it was. */
@QuarkusTest
class HistoryIT extends ServiceTest {

    @Inject
    DataSource database;

    @Test
    void listsWhatHappenedInOrderAPageAtATime() {
        UUID squad = formSquad("told");
        UUID ada = addPerson("Ada");
        join(squad, ada, 50).then().statusCode(201);
        SomeCycle.start(SomeCycle.plan(squad)).then().statusCode(200);

        String next = given().queryParam("limit", 3)
                .get("/squads/{id}/history", squad)
                .then()
                .statusCode(200)
                .body("items.event", contains("squad.formed", "member.joined", "cycle.planned"))
                .body("items[1].details.allocation", equalTo(50))
                .extract()
                .path("next");
        var last = given().queryParam("after", next).get("/squads/{id}/history", squad);

        last.then().body("items.event", contains("cycle.started")).body("next", nullValue());
        given().get("/squads/{id}/history", UUID.randomUUID()).then().statusCode(404);
        given().queryParam("after", "x")
                .get("/squads/{id}/history", squad)
                .then()
                .statusCode(400);
    }

    @Test
    void showsASquadAsItWas() {
        UUID squad = formSquad("before");
        UUID ada = addPerson("Ada");
        join(squad, ada, 50).then().statusCode(201);
        Instant then = Instant.now();
        join(squad, ada, 20).then().statusCode(200);
        json(squad("after"))
                .header("If-Match", "*")
                .put("/squads/{id}", squad)
                .then()
                .statusCode(200);
        given().header("If-Match", "*").delete("/squads/{id}", squad).then().statusCode(200);

        var shown = given().queryParam("asOf", then.toString()).get("/squads/{id}", squad);

        shown.then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("name", equalTo("before"))
                .body("stage", equalTo("forming"))
                .body("members.allocation", contains(50))
                .body("costPerWorkingDay.amount", contains(200.0f));
        given().queryParam("asOf", "2020-01-31")
                .get("/squads/{id}", squad)
                .then()
                .statusCode(404);
        given().queryParam("asOf", "yesterday")
                .get("/squads/{id}", squad)
                .then()
                .statusCode(400)
                .body("errors.field", contains("asOf"));
    }

    @Test
    void showsPeopleAndCostsAsTheyWereKnown() {
        UUID squad = formSquad("renamed");
        UUID ada = addPerson("Ada Martin");
        join(squad, ada, 50).then().statusCode(201);
        Instant then = Instant.now();
        json(person("Ada Weber", "700").replace("\"sales\"", "\"law\""))
                .header("If-Match", "\"1\"")
                .put("/people/{id}", ada)
                .then()
                .statusCode(200);

        var was = given().queryParam("asOf", then.toString()).get("/squads/{id}", squad);

        was.then()
                .statusCode(200)
                .body("members.name", contains("Ada Martin"))
                .body("members.department", contains("sales"))
                .body("costPerWorkingDay.amount", contains(200.0f));
        for (var now : List.of(
                given().get("/squads/{id}", squad),
                given().queryParam("asOf", Instant.now().toString()).get("/squads/{id}", squad))) {
            now.then()
                    .body("members.name", contains("Ada Weber"))
                    .body("members.department", contains("law"))
                    .body("costPerWorkingDay.amount", contains(350.0f));
        }
    }

    @Test
    void cannotBeRewritten() throws Exception {
        UUID squad = formSquad("for good");

        try (Connection connection = database.getConnection();
                PreparedStatement rewrite =
                        connection.prepareStatement("update squad_event set event = 'x' where squad_id = ?")) {
            rewrite.setObject(1, squad);

            assertThatThrownBy(rewrite::executeUpdate).hasMessageContaining("never changed");
        }
    }
}
