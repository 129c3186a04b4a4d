package org.customervaluesquads.squadservice.squads;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SquadsIT extends ServiceTest {

    private static final int AT_ONCE = 10;

    @Test
    void formsASquadAndShowsItAsItWasFormed() {
        String body = """
                {"name": "GB wholesale",
                 "mission": {"valueArea": "geography", "goal": "win back", "outcomeMetric": "revenue/GBP",
                             "target": 250000, "dueOn": "2027-03-31"},
                 "scope": {"regions": ["GB"], "segments": ["wholesale", "retail"]}}""";

        var formed = json(body).post("/squads").then();

        String location =
                formed.statusCode(201).header("ETag", "\"1\"").extract().header("Location");
        String shown = given().get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("name", equalTo("GB wholesale"))
                .body("stage", equalTo("forming"))
                .body("mission.valueArea", equalTo("geography"))
                .body("mission.outcomeMetric", equalTo("revenue/GBP"))
                .body("mission.target", equalTo(250000))
                .body("mission.dueOn", equalTo("2027-03-31"))
                .body("scope.regions", contains("GB"))
                .body("scope.segments", contains("retail", "wholesale"))
                .body("scope.accounts", empty())
                .body("members", empty())
                .body("costPerWorkingDay", empty())
                .extract()
                .asString();
        formed.body(equalTo(shown));
    }

    @Test
    void changesTheCharterOfTheVersionThatWasRead() {
        UUID id = formSquad("before");

        var changed = json(squad("after")).header("If-Match", "\"1\"").put("/squads/{id}", id);

        changed.then().statusCode(200).header("ETag", "\"2\"").body("name", equalTo("after"));
        given().get("/squads/{id}", id).then().body("version", equalTo(2)).body("name", equalTo("after"));
    }

    @Test
    void refusesAChangeOfAVersionThatIsGone() {
        UUID id = formSquad("before");
        json(squad("first"))
                .header("If-Match", "\"1\"")
                .put("/squads/{id}", id)
                .then()
                .statusCode(200);

        var second = json(squad("second")).header("If-Match", "\"1\"").put("/squads/{id}", id);

        second.then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("errors.field", contains("If-Match"))
                .body("errors.reason", contains(containsString("\"2\"")));
        given().get("/squads/{id}", id).then().body("name", equalTo("first"));
    }

    @Test
    void letsOneOfManyWhoChangeTheSameVersionAtOnce() throws Exception {
        UUID id = formSquad("before");
        List<Callable<Integer>> changes = IntStream.range(0, AT_ONCE)
                .<Callable<Integer>>mapToObj(number -> () -> json(squad("of " + number))
                        .header("If-Match", "\"1\"")
                        .put("/squads/{id}", id)
                        .statusCode())
                .toList();

        List<Integer> answers;
        try (var clients = Executors.newFixedThreadPool(AT_ONCE)) {
            answers = clients.invokeAll(changes).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).containsOnlyOnce(200).isSubsetOf(200, 412);
        given().get("/squads/{id}", id)
                .then()
                .body("version", equalTo(2))
                .body("name", equalTo("of " + answers.indexOf(200)));
        given().get("/squads/{id}/history", id).then().body("items", hasSize(2));
    }

    @Test
    void refusesAChangeThatNamesNoVersion() {
        UUID id = formSquad("before");

        var changed = json(squad("after")).put("/squads/{id}", id);

        changed.then().statusCode(428).contentType("application/problem+json").body("status", equalTo(428));
        given().delete("/squads/{id}", id).then().statusCode(428);
    }

    @Test
    void disbandsASquadForGood() {
        UUID id = formSquad("short-lived");
        UUID person = addPerson("Ada");
        join(id, person, 100).then().statusCode(201);

        var disbanded = given().header("If-Match", "\"2\"").delete("/squads/{id}", id);

        disbanded
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("stage", equalTo("disbanded"))
                .body("members", empty())
                .body("costPerWorkingDay", empty());
        join(id, person, 10).then().statusCode(409).body("detail", containsString("disbanded"));
        json(squad("again"))
                .header("If-Match", "\"3\"")
                .put("/squads/{id}", id)
                .then()
                .statusCode(409);
        given().header("If-Match", "\"3\"").delete("/squads/{id}", id).then().statusCode(409);
        join(formSquad("next"), person, 100).then().statusCode(201);
    }

    @Test
    void listsSquadsOfOneStageAPageAtATime() {
        String first = formSquad("one").toString();
        String second = formSquad("two").toString();
        String gone = formSquad("gone").toString();
        given().header("If-Match", "*").delete("/squads/{id}", gone).then().statusCode(200);
        String third = formSquad("three").toString();

        var page = given().queryParam("stage", "forming")
                .queryParam("after", first)
                .queryParam("limit", 1)
                .get("/squads")
                .then()
                .statusCode(200)
                .body("items.id", contains(second))
                .body("next", equalTo(second));
        var last = given().queryParam("stage", "forming")
                .queryParam("after", second)
                .get("/squads");

        last.then().body("items.id", contains(third)).body("next", nullValue());
        given().queryParam("stage", "disbanded")
                .queryParam("after", second)
                .get("/squads")
                .then()
                .body("items.id", contains(gone))
                .body("items.id", not(hasItem(third)));
        page.body("items", hasSize(1));
    }

    @Test
    void showsMembersWithTheirDepartmentAndCost() {
        UUID id = formSquad("of two");
        String ada = addPerson("Ada").toString();
        String bob = addPerson("Bob").toString();
        String today = LocalDate.now(ZoneOffset.UTC).toString();

        join(id, UUID.fromString(ada), 50).then().statusCode(201).header("ETag", "\"2\"");
        join(id, UUID.fromString(bob), 25).then().statusCode(201);

        given().get("/squads/{id}", id)
                .then()
                .body("members.personId", contains(ada, bob))
                .body("members.name", contains("Ada", "Bob"))
                .body("members.department", contains("sales", "sales"))
                .body("members.role", contains("analyst", "analyst"))
                .body("members.allocation", contains(50, 25))
                .body("members.since", contains(today, today))
                .body("costPerWorkingDay.amount", contains(300.0f))
                .body("costPerWorkingDay.currency", contains("EUR"));
    }
}
