package org.customervaluesquads.squadservice.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ImportIT extends ServiceTest {

    private static final String HEADING = "name,department,costRate,currency,region,skills\n";

    @Test
    void givesOneVerdictARowAndKeepsTheGoodOnes() {
        var answer = csv(HEADING + """
                "Martin, Ada",finance,480.00,GBP,GB,sql:4; design:2
                ,finance,much,pounds,GB,sql
                Bob,sales,1,EUR,,
                Eve,sales,1,EUR,FR,sql:9
                Ian,sales,1,EUR,FR,sql:1;sql:2
                Joe,sales,1,EUR,FR,sql:1,surplus
                """).post("/people/import");

        String ada = answer.then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(4))
                .body("verdicts.row", contains(1, 2, 3, 4, 5, 6))
                .body(
                        "verdicts.verdict",
                        contains("accepted", "rejected", "accepted", "rejected", "rejected", "rejected"))
                .body("verdicts[1].errors.field", contains("skills", "costRate", "currency", "name"))
                .body("verdicts[3].errors.field", contains("skills"))
                .body("verdicts[4].errors.reason", contains("must name each skill once"))
                .body("verdicts[5].errors.field", contains(""))
                .extract()
                .path("verdicts[0].id");
        given().get("/people/{id}", ada)
                .then()
                .body("name", equalTo("Martin, Ada"))
                .body("skills.skill", contains("sql", "design"))
                .body("skills.level", contains(4, 2))
                .body("costRate.currency", equalTo("GBP"))
                .body("functionalLead", nullValue());
    }

    @Test
    void makesEachPersonKnownOnceWhenAFileIsSentAgain() {
        String key = UUID.randomUUID().toString();
        String file = HEADING + "Ada,finance,480,GBP,GB,\nAda,finance,480,GBP,GB,\n";

        Response first = csv(file).header("Idempotency-Key", key).post("/people/import");
        Response again = csv(file).header("Idempotency-Key", key).post("/people/import");

        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(first.jsonPath().getList("verdicts.id"))
                .doesNotHaveDuplicates()
                .hasSize(2);
        csv(HEADING + "Bob,finance,480,GBP,GB,\n")
                .header("Idempotency-Key", key)
                .post("/people/import")
                .then()
                .statusCode(422);
    }

    @Test
    void takesAThousandPeopleAndNoMore() {
        String most = HEADING + "Ada,finance,480,GBP,GB,sql:3\n".repeat(1_000);

        csv(most).post("/people/import").then().statusCode(200).body("accepted", equalTo(1_000));
        csv(most + "Ada,finance,480,GBP,GB,\n").post("/people/import").then().statusCode(413);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            name,department,costRate,shoe size        | currency, shoe size
            name,department,costRate,currency,name    | ~~
            Ada,finance,480,GBP                       | name, department, costRate, currency, Ada, finance, 480, GBP
            """)
    void refusesAFileWithoutTheColumnsOfPeople(String heading, String fields) {
        var refused = csv(heading + "\nAda,finance,480,GBP\n").post("/people/import");

        refused.then().statusCode(400).contentType("application/problem+json").body("errors.field", contains((Object[])
                fields.split(", ")));
    }

    @Test
    void refusesWhatIsNoFile() {
        csv(HEADING + "\"Ada,finance\n").post("/people/import").then().statusCode(400);
        json("[]").post("/people/import").then().statusCode(415);
    }

    private static RequestSpecification csv(String file) {
        return given().contentType("text/csv; charset=UTF-8").body(file);
    }
}
