package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.customervaluesquads.squadservice.cycles.SomeCycle;
import org.customervaluesquads.squadservice.decisions.SomeDecision;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many queries the answers about one squad take. */
@QuarkusTest
class MethodStatementsIT extends ServiceTest {

    private static final int MANY = 8;

    @Inject
    SessionFactory database;

    @ParameterizedTest
    @ValueSource(strings = {"cycles", "decisions", "history"})
    void takesAsManyQueriesForManyRowsAsForFew(String list) {
        UUID squad = formSquad("counted");
        UUID owner = addPerson("Ada");
        join(squad, owner, 50).then().statusCode(201);
        for (int number = 0; number < MANY; number++) {
            String cycle = SomeCycle.plan(squad);
            json(SomeDecision.json(owner, 1, "2026-05-01", cycle))
                    .post("/squads/{id}/decisions", squad)
                    .then()
                    .statusCode(201);
        }

        long forFew = queries("/squads/" + squad + "/" + list + "?limit=2");
        long forMany = queries("/squads/" + squad + "/" + list + "?limit=" + MANY);

        assertThat(forMany).isEqualTo(forFew).isPositive();
    }

    @Test
    void takesAsManyQueriesForTheHealthOfManyPeopleAsOfFew() {
        UUID few = formSquad("of one");
        join(few, addPerson("Ada"), 10).then().statusCode(201);
        UUID many = formSquad("of many");
        for (int number = 0; number < MANY; number++) {
            join(many, addPerson("member " + number), 10).then().statusCode(201);
        }

        long forFew = queries("/squads/" + few + "/health");
        long forMany = queries("/squads/" + many + "/health");

        assertThat(forMany).isEqualTo(forFew).isPositive();
    }

    private long queries(String path) {
        database.getStatistics().clear();
        given().get(path).then().statusCode(200);
        return database.getStatistics().getPrepareStatementCount();
    }
}
