package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customervaluesquads.squadservice.cycles.SomeCycle;
import org.customervaluesquads.squadservice.decisions.SomeDecision;
import org.customervaluesquads.squadservice.stages.ProvenSquad;
import org.junit.jupiter.api.Test;

/** What holds for every list, by what the OpenAPI document says that there are: also for one that is added later. */
@QuarkusTest
class EveryListIT extends ServiceTest {

    private static final int FEW = 2;
    private static final int MANY = 8;

    /** Of so many people one squad can be proposed. */
    private static final int STAFF = 7;

    private static final long SEED = 5;

    /** What has to be asked of some lists. */
    private static final Map<String, String> REQUIRED = Map.of("reviewDue", "2126-12-31");

    @Inject
    Queries queries;

    @Test
    void takesAsManyQueriesForManyRowsAsForFew() {
        List<String> lists = listsOf(squadWithManyOfEverything());

        Map<String, Long> forFew = lists.stream().collect(toMap(list -> list, list -> queriesFor(list, FEW)));
        Map<String, Long> forMany = lists.stream().collect(toMap(list -> list, list -> queriesFor(list, MANY)));

        assertThat(lists).hasSizeGreaterThan(10);
        assertThat(forMany).isEqualTo(forFew).doesNotContainValue(0L);
    }

    private long queriesFor(String list, int rows) {
        String page = list + "limit=" + rows;
        assertThat(given().get(page).jsonPath().getList("items")).as(page).hasSize(rows);
        return queries.of(page);
    }

    /** The address of each list that is read in pages, to which the limit has to be added. */
    private static List<String> listsOf(UUID squad) {
        return OpenApiDocument.read().reads().stream()
                .filter(read -> read.takes("limit"))
                .map(list -> list.path().replace("{id}", squad.toString()) + "?" + required(list))
                .toList();
    }

    private static String required(OpenApiDocument.Operation list) {
        return REQUIRED.entrySet().stream()
                .filter(parameter -> list.takes(parameter.getKey()))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue() + "&")
                .collect(joining());
    }

    private static UUID squadWithManyOfEverything() {
        UUID squad = ProvenSquad.form("with many of everything");
        UUID owner = addPerson("Ada");
        join(squad, owner, 10).then().statusCode(201);
        String region = "of " + squad;
        Staff.hire(STAFF, region, SEED);
        IntStream.range(0, MANY).forEach(number -> Staff.propose(region));
        IntStream.range(0, MANY).forEach(number -> addOneOfEach(squad, owner, number));
        return squad;
    }

    private static void addOneOfEach(UUID squad, UUID owner, int number) {
        String cycle = SomeCycle.plan(squad);
        create("/squads/" + squad + "/decisions", SomeDecision.json(owner, 1, "2126-05-01", cycle));
        create("/squads/" + squad + "/playbook", "{\"name\": \"playbook\", \"cadence\": \"weekly\"}");
        create("/platform/requests", "{\"squadId\": \"%s\", \"title\": \"t\", \"wish\": \"w\"}".formatted(squad));
        create("/platform/capabilities", """
                {"name": "%d", "description": "d", "owner": "o", "lifeStage": "live",
                 "roadmap": [{"on": "2127-01-31", "what": "more"}]}""".formatted(number));
        create("/people", """
                {"name": "n", "department": "sales", "functionalLead": "lead %d",
                 "skills": [{"skill": "skill %d", "level": 3}],
                 "costRate": {"amount": 400, "currency": "EUR"}}""".formatted(number, number));
        join(formSquad("shares the owner"), owner, 10).then().statusCode(201);
    }

    private static void create(String path, String body) {
        json(body).post(path).then().statusCode(201);
    }
}
