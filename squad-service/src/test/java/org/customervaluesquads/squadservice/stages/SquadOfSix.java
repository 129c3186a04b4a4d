package org.customervaluesquads.squadservice.stages;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.UUID;

/** A squad as the rules want it, formed over HTTP: six people from three departments, one of them the lead. */
public final class SquadOfSix {

    private static final int PEOPLE = 6;
    private static final int PERCENT = 50;
    private static final List<String> DEPARTMENTS = List.of("sales", "finance", "design");

    private SquadOfSix() {}

    /** Forms one in Great Britain. */
    public static UUID form(String name) {
        UUID id = created("/squads", """
                {"name": "%s", "mission": {"valueArea": "geography", "goal": "win back",
                 "outcomeMetric": "revenue/GBP", "target": 250000}, "scope": {"regions": ["GB"]}}""".formatted(name));
        for (int number = 0; number < PEOPLE; number++) {
            UUID person = created(
                    "/people", """
                    {"name": "member %d", "department": "%s", "region": "GB",
                     "skills": [{"skill": "sql", "level": %d}], "costRate": {"amount": 400, "currency": "GBP"}}""".formatted(number, DEPARTMENTS.get(number % DEPARTMENTS.size()), 1 + number % 5));
            given().contentType(ContentType.JSON)
                    .body("{\"role\": \"%s\", \"allocation\": %d}".formatted(number == 0 ? "lead" : "analyst", PERCENT))
                    .header("If-Match", "*")
                    .put("/squads/{squad}/members/{person}", id, person)
                    .then()
                    .statusCode(201);
        }
        return id;
    }

    /** Has a squad reach a stage. */
    public static void reach(UUID id, String stage) {
        given().contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{\"stage\": \"%s\"}".formatted(stage))
                .post("/squads/{id}/stage", id)
                .then()
                .statusCode(200);
    }

    private static UUID created(String path, String body) {
        return UUID.fromString(given().contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
