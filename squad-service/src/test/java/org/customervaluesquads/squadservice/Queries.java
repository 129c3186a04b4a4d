package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.SessionFactory;

/** Counts what the database is asked for an answer. */
@ApplicationScoped
class Queries {

    private final SessionFactory database;

    Queries(SessionFactory database) {
        this.database = database;
    }

    /** How many queries the answer takes that is to be found there. */
    long of(String path) {
        database.getStatistics().clear();
        Response answer = given().get(path);
        answer.then().statusCode(200);
        return database.getStatistics().getPrepareStatementCount();
    }
}
