package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customervaluesquads.squadservice.cycles.SomeCycle;
import org.customervaluesquads.squadservice.stages.ProvenSquad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many queries an answer takes that is about many rows without being a list, or a list of what has parts. */
@QuarkusTest
class StatementsIT extends ServiceTest {

    private static final List<String> OF_A_SQUAD = List.of(
            "/squads/%s",
            "/squads/%s?asOf=2126-01-01T00:00:00Z",
            "/squads/%s/health",
            "/squads/%s/stage",
            "/squads/%s/skills",
            "/squads/%s/failure-budget",
            "/squads/%s/decision-rights",
            "/squads/%s/playbook",
            "/squads/%s/family",
            "/policies/squads/%s",
            "/policies/effective?squad=%s");

    private static final int MORE = 4;

    @Inject
    Queries queries;

    @ParameterizedTest
    @ValueSource(strings = {"/squads", "/people", "/availability"})
    void takesAsManyQueriesForManyRowsWithPartsAsForFew(String list) {
        UUID before = formSquad("before");
        for (int number = 0; number < 12; number++) {
            UUID squad = formSquad("of three " + number);
            for (int member = 0; member < 3; member++) {
                join(squad, addPerson("member " + member), 20).then().statusCode(201);
            }
        }
        String page = list + "?after=" + before + "&limit=";
        given().get(page + 12).then().body("items.size()", equalTo(12));

        long forFew = queries.of(page + 2);
        long forMany = queries.of(page + 12);

        assertThat(forMany).isEqualTo(forFew).isPositive();
    }

    @Test
    void asksForASquadThatGrewAsOftenAsBefore() {
        UUID squad = ProvenSquad.form("growing");
        String playbook = json("{\"name\": \"playbook\", \"cadence\": \"weekly\"}")
                .post("/squads/{id}/playbook", squad)
                .path("id");
        growInto(squad, playbook, 1);
        Map<String, Long> before = queriesOf(squad);
        growInto(squad, playbook, MORE);

        Map<String, Long> grown = queriesOf(squad);

        given().get("/squads/{id}/family", squad).then().body("replicas.size()", equalTo(1 + MORE));
        given().get("/policies/effective?squad=" + squad).then().body("regions.size()", equalTo(MORE));
        assertThat(grown).isEqualTo(before).doesNotContainValue(0L);
    }

    private Map<String, Long> queriesOf(UUID squad) {
        return OF_A_SQUAD.stream().collect(toMap(path -> path, path -> queries.of(path.formatted(squad))));
    }

    /** Gives a squad so many more people, replicas and cycles, and so many regions and policies in all. */
    private static void growInto(UUID squad, String playbook, int number) {
        String regions = IntStream.range(0, number)
                .mapToObj(region -> "\"region %d of %s\"".formatted(region, squad))
                .collect(joining(", "));
        change("/squads/" + squad, """
                {"name": "grown", "mission": {"valueArea": "geography", "goal": "win back",
                 "outcomeMetric": "revenue/GBP", "target": 250000}, "scope": {"regions": [%s]}}""".formatted(regions));
        change("/policies/squads/" + squad, policies(number));
        for (int each = 0; each < number; each++) {
            change("/policies/regions/region %d of %s".formatted(each, squad), policies(number));
            join(squad, addPerson("one more"), 10).then().statusCode(201);
            SomeCycle.plan(squad);
            json("{\"name\": \"replica\", \"target\": 1000}")
                    .post("/playbooks/{id}/squads", playbook)
                    .then()
                    .statusCode(201);
        }
    }

    private static void change(String path, String body) {
        json(body).header("If-Match", "*").put(path).then().statusCode(200);
    }

    private static String policies(int number) {
        return IntStream.range(0, number)
                .mapToObj("{\"kind\": \"target\", \"name\": \"metric %d\", \"value\": \"4.5\"}"::formatted)
                .collect(joining(", ", "{\"policies\": [", "]}"));
    }
}
