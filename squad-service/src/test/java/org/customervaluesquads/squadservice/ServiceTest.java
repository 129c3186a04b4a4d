package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.customervaluesquads.localstack.fixture.InfrastructureResource;

/** The running service with a real broker and a real database, and what a client does with it. */
@WithTestResource(
        value = InfrastructureResource.class,
        initArgs = @io.quarkus.test.common.ResourceArg(name = "database", value = "squads"))
public abstract class ServiceTest {

    /** A request with this JSON. */
    protected static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    /** The JSON of a squad without limits. */
    protected static String squad(String name) {
        return """
               {"name": "%s", "mission": {"valueArea": "revenue-operations", "goal": "sell more"}}""".formatted(name);
    }

    /** The JSON of a person whose day costs so many euros. */
    protected static String person(String name, String euros) {
        return """
               {"name": "%s", "department": "sales", "region": "DE", "functionalLead": "Grace",
                "skills": [{"skill": "sql", "level": 3}, {"skill": "design", "level": 1}],
                "costRate": {"amount": %s, "currency": "EUR"}}""".formatted(name, euros);
    }

    protected static UUID formSquad(String name) {
        return idOf(json(squad(name)).post("/squads"));
    }

    protected static UUID addPerson(String name) {
        return idOf(json(person(name, "400.00")).post("/people"));
    }

    protected static Response join(UUID squadId, UUID personId, int allocation) {
        return json("{\"role\": \"analyst\", \"allocation\": %d}".formatted(allocation))
                .header("If-Match", "*")
                .put("/squads/{squad}/members/{person}", squadId, personId);
    }

    private static UUID idOf(Response created) {
        return UUID.fromString(
                created.then().statusCode(201).extract().jsonPath().getString("id"));
    }
}
