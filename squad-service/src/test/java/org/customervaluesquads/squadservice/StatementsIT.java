package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many queries an answer takes. */
@QuarkusTest
class StatementsIT extends ServiceTest {

    @Inject
    SessionFactory database;

    @ParameterizedTest
    @ValueSource(strings = {"/squads", "/people", "/availability"})
    void takesAsManyQueriesForManyRowsAsForFew(String list) {
        UUID before = formSquad("before");
        for (int number = 0; number < 12; number++) {
            UUID squad = formSquad("of three " + number);
            for (int member = 0; member < 3; member++) {
                join(squad, addPerson("member " + member), 20).then().statusCode(201);
            }
        }

        long forFew = queries(list, before, 2);
        long forMany = queries(list, before, 12);

        assertThat(forMany).isEqualTo(forFew).isPositive();
    }

    @Test
    void showsWhatASquadLacksInAsManyQueriesHoweverManyItsPeople() {
        UUID squad = formSquad("skilled");
        join(squad, addPerson("first"), 20).then().statusCode(201);
        long forOne = queriesOf("/squads/" + squad + "/skills");
        for (int member = 0; member < 5; member++) {
            join(squad, addPerson("member " + member), 20).then().statusCode(201);
        }

        long forSix = queriesOf("/squads/" + squad + "/skills");

        assertThat(forSix).isEqualTo(forOne).isPositive();
    }

    private long queriesOf(String path) {
        database.getStatistics().clear();
        given().get(path).then().statusCode(200);
        return database.getStatistics().getPrepareStatementCount();
    }

    private long queries(String list, UUID after, int rows) {
        database.getStatistics().clear();
        given().queryParam("after", after.toString())
                .queryParam("limit", rows)
                .get(list)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(rows));
        return database.getStatistics().getPrepareStatementCount();
    }
}
