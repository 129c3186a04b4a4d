package org.customervaluesquads.squadservice.squads;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customervaluesquads.squadservice.ServiceTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MembersIT extends ServiceTest {

    private static final int PARALLEL = 200;

    @Test
    void changesHowAMemberIsInASquad() {
        UUID squad = formSquad("changing");
        UUID ada = addPerson("Ada");
        join(squad, ada, 50).then().statusCode(201);

        var changed = join(squad, ada, 80);

        changed.then().statusCode(200).header("ETag", "\"3\"").body("members.allocation", contains(80));
        join(squad, ada, 80).then().statusCode(200).header("ETag", "\"3\"");
    }

    @Test
    void letsAMemberLeaveAndReturn() {
        UUID squad = formSquad("left");
        UUID ada = addPerson("Ada");
        json("{\"role\": \"lead\", \"allocation\": 50, \"since\": \"2026-01-05\"}")
                .header("If-Match", "*")
                .put("/squads/{squad}/members/{person}", squad, ada)
                .then()
                .statusCode(201)
                .body("members.since", contains("2026-01-05"));

        var left = given().header("If-Match", "*").delete("/squads/{squad}/members/{person}", squad, ada);

        left.then().statusCode(200).body("members", empty());
        given().header("If-Match", "*")
                .delete("/squads/{squad}/members/{person}", squad, ada)
                .then()
                .statusCode(404);
        join(squad, ada, 30).then().statusCode(201).body("members.allocation", contains(30));
    }

    @Test
    void findsNeitherAnUnknownSquadNorAnUnknownPerson() {
        UUID nobody = new UUID(0, 0);

        join(formSquad("known"), nobody, 10).then().statusCode(404).body("detail", containsString("person"));
        join(nobody, addPerson("Ada"), 10).then().statusCode(404).body("detail", containsString("squad"));
    }

    @Test
    void checksTheVersionOfTheSquad() {
        UUID squad = formSquad("versioned");
        UUID ada = addPerson("Ada");

        var stale = json("{\"role\": \"lead\", \"allocation\": 50}")
                .header("If-Match", "\"7\"")
                .put("/squads/{squad}/members/{person}", squad, ada);

        stale.then().statusCode(412);
        given().header("If-Match", "\"7\"")
                .delete("/squads/{squad}/members/{person}", squad, ada)
                .then()
                .statusCode(412);
        given().delete("/squads/{squad}/members/{person}", squad, ada)
                .then()
                .statusCode(428)
                .body("errors.field", contains("If-Match"));
    }

    @Test
    void refusesMoreWorkThanThereIsTime() {
        UUID ada = addPerson("Ada");
        join(formSquad("one"), ada, 70).then().statusCode(201);
        UUID other = formSquad("other");

        var refused = join(other, ada, 31);

        refused.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("errors.field", contains("allocation"))
                .body("errors.reason", contains(containsString("101 %")));
        given().get("/squads/{id}", other).then().body("version", equalTo(1)).body("members", empty());
        join(other, ada, 30).then().statusCode(201);
    }

    @Test
    void neverAllocatesAPersonAboveTheirTimeUnderParallelRequests() throws Exception {
        UUID ada = addPerson("Ada");
        List<UUID> squads = IntStream.range(0, 5)
                .mapToObj(number -> formSquad("of " + number))
                .toList();
        List<Callable<Integer>> requests = IntStream.range(0, PARALLEL)
                .<Callable<Integer>>mapToObj(number ->
                        () -> join(squads.get(number % 5), ada, 20 + number % 7).statusCode())
                .toList();

        List<Integer> answers;
        try (var clients = Executors.newFixedThreadPool(PARALLEL)) {
            answers =
                    clients.invokeAll(requests).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).hasSize(PARALLEL).isSubsetOf(200, 201, 409, 503).contains(201, 409);
        assertThat(squads.stream()
                        .flatMap(MembersIT::allocations)
                        .mapToInt(Integer::intValue)
                        .sum())
                .isBetween(80, 100);
    }

    private static Stream<Integer> allocations(UUID squad) {
        return given().get("/squads/{id}", squad).jsonPath().getList("members.allocation", Integer.class).stream();
    }
}
