package org.customervaluesquads.squadservice.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PeopleListsIT extends ServiceTest {

    private static final String FILE = """
            name,department,functionalLead,region,skills,costRate,currency
            Ada,finance,"Lead, %1$s",GB %1$s,sql:4;law:2,480.00,GBP
            Bob,sales,"Lead, %1$s",FR %1$s,sql:2,400,EUR
            """;

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            department=finance         | Ada
            department=sales           | Bob
            region=GB %s               | Ada
            functionalLead=Lead, %s    | Ada, Bob
            skill=sql                  | Ada, Bob
            skill=sql&level=3          | Ada
            skill=law&department=sales | -
            """)
    void filtersPeople(String query, String names) {
        String mark = UUID.randomUUID().toString();
        String before = addPerson("before").toString();
        csv(FILE.formatted(mark)).then().statusCode(200);

        var request = given().queryParam("after", before);
        for (String parameter : query.formatted(mark).split("&")) {
            request.queryParam(parameter.split("=")[0], parameter.split("=")[1]);
        }

        List<String> wanted = names == null ? List.of() : List.of(names.split(", "));
        request.get("/people").then().statusCode(200).body("items.name", equalTo(wanted));
    }

    @Test
    void listsFunctionalLeadsWithTheirDepartments() {
        String mark = UUID.randomUUID().toString();
        csv(FILE.formatted(mark)).then().statusCode(200);

        var leads = given().queryParam("after", "Lead, " + mark.substring(0, 30))
                .queryParam("limit", 1)
                .get("/functional-leads");

        leads.then()
                .statusCode(200)
                .body("items.name", contains("Lead, " + mark))
                .body("items[0].departments", contains("finance", "sales"))
                .body("items[0].people", equalTo(2));
    }

    @Test
    void showsHowMuchTimeIsFree() {
        String before = addPerson("before").toString();
        UUID ada = addPerson("Ada");
        join(formSquad("one"), ada, 70).then().statusCode(201);

        var one = given().get("/people/{id}/availability", ada);

        one.then().statusCode(200).body("lasting", equalTo(30)).body("steps.free", contains(30));
        given().queryParam("after", before)
                .queryParam("department", "sales")
                .get("/availability")
                .then()
                .statusCode(200)
                .body("items.name", contains("Ada"))
                .body("items.lasting", contains(30));
        given().get("/people/{id}/availability", new UUID(0, 0)).then().statusCode(404);
    }

    private static Response csv(String file) {
        return given().contentType("text/csv").body(file).post("/people/import");
    }
}
