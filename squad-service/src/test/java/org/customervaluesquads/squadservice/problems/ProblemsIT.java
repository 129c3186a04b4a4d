package org.customervaluesquads.squadservice.problems;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.customervaluesquads.squadservice.ServiceTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemsIT extends ServiceTest {

    private static final int TOO_LONG = 2_000_000;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"name": "x", ]                                                    |                   | malformed at line 1, column 15
        {"name": "x"                                                       |                   | malformed at line 1, column
        {} {}                                                              |                   | must be a JSON object
        []                                                                 |                   | must be a JSON object
        "squad"                                                            |                   | must be a JSON object
        {"name": {}}                                                       | name              | must be text
        {"name": 5}                                                        | name              | must be text
        {"name": "x", "mission": "y"}                                      | mission           | must be an object
        {"name": "x", "mission": {"valueArea": "moon"}}                    | mission.valueArea | must be one of geography, account, revenue-operations, product-service, design-support, cross-channel
        {"name": "x", "mission": {"dueOn": "soon"}}                        | mission.dueOn     | must be a date such as 2026-01-31
        {"name": "x", "mission": {"target": "much"}}                       | mission.target    | must be a number
        {"name": "x", "scope": {"regions": "GB"}}                          | scope.regions     | must be a list
        {"name": "x", "scope": {"regions": [{}]}}                          | scope.regions[0]  | must be text
        """)
    void namesTheFieldOrThePlaceThatCannotBeRead(String body, String field, String reason) {
        var answer = json(body).post("/squads");

        isProblem(answer, 400)
                .body("errors.field", contains(field == null ? "" : field))
                .body("errors.reason", contains(containsString(reason)));
    }

    @Test
    void namesEveryFieldThatDoesNotMeetWhatIsAsked() {
        String body = """
                {"name": " ", "mission": {"goal": "a\\u0000b", "dueOn": "9999-01-01", "target": 1e30},
                 "scope": {"regions": ["GB", ""]}}""";

        var answer = json(body).post("/squads");

        isProblem(answer, 400)
                .body(
                        "errors.field",
                        contains(
                                "mission.dueOn",
                                "mission.goal",
                                "mission.target",
                                "mission.valueArea",
                                "name",
                                "scope.regions"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"role": "x", "allocation": 101}                        | allocation | must be less than or equal to 100
        {"role": "x", "allocation": 0}                          | allocation | must be greater than or equal to 1
        {"role": "x", "allocation": 50.5}                       | allocation | must be a whole number
        {"role": "x", "allocation": "50"}                       | allocation | must be a whole number
        {"role": "x", "allocation": 99999999999}                | allocation | must be a whole number
        {"role": "x"}                                           | allocation | must not be null
        {"allocation": 5}                                       | role       | must not be null
        {"role": "x", "allocation": 5, "since": "+999999-01-01"} | since     | must be a date between the years 1900 and 2999
        """)
    void refusesAMembershipThatCannotBe(String body, String field, String reason) {
        var answer = json(body)
                .header("If-Match", "*")
                .put("/squads/{id}/members/{person}", formSquad("strict"), addPerson("Ada"));

        isProblem(answer, 400).body("errors.field", contains(field)).body("errors.reason", contains(reason));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        /squads?limit=0       | limit
        /squads?limit=201     | limit
        /squads?limit=many    | limit
        /squads?after=nothing | after
        /squads?stage=moon    | stage
        /people?limit=-1      | limit
        """)
    void namesAParameterThatIsNotWhatItMustBe(String path, String field) {
        isProblem(given().get(path), 400).body("errors.field", contains(field));
    }

    @ParameterizedTest(name = "{0} {1} as {2}: {3}")
    @CsvSource({
        "GET, /nothing, application/json, 404",
        "GET, /, application/json, 404",
        "GET, /squads/none, application/json, 404",
        "GET, /squads/00000000-0000-0000-0000-000000000000, application/json, 404",
        "GET, /squads/00000000-0000-0000-0000-000000000000/nothing, application/json, 404",
        "DELETE, /squads, application/json, 405",
        "PATCH, /people, application/json, 405",
        "POST, /squads, text/plain, 415",
        "POST, /squads, application/xml, 415",
        "POST, /squads, application/json, 400"
    })
    void answersWithAProblemWhateverIsAsked(String method, String path, String type, int status) {
        isProblem(given().contentType(type).request(method, path), status);
    }

    @Test
    void refusesABodyThatIsTooLong() {
        var answer = json(squad("x".repeat(TOO_LONG))).post("/squads");

        isProblem(answer, 413);
    }

    @Test
    void refusesABodyThatTurnsOutToBeTooLong() throws Exception {
        byte[] body = squad("x".repeat(TOO_LONG)).getBytes();
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        HttpRequest chunked = HttpRequest.newBuilder(URI.create("http://localhost:%d/squads".formatted(port)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(chunked, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("\"status\":413");
        }
    }

    @Test
    void refusesAVersionThatItNeverGave() {
        var answer = json(squad("x")).header("If-Match", "three").put("/squads/{id}", formSquad("tagged"));

        isProblem(answer, 400).body("errors.field", contains("If-Match"));
    }

    @Test
    void refusesASkillThatIsNamedTwice() {
        var answer = json(person("Ada", "1").replace("design", "sql")).post("/people");

        isProblem(answer, 400).body("errors.field", contains("skills"));
    }

    private static ValidatableResponse isProblem(Response answer, int status) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("status", equalTo(status))
                .body("detail", not(equalTo("")));
    }
}
