package org.customervaluesquads.squadservice;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many queries an answer takes that is no list, however much it is about, and a list of what has parts. */
@QuarkusTest
class StatementsIT extends ServiceTest {

    /** Every answer that is no list, each with what has to be asked of it. */
    private static final List<String> OF_ONE = List.of(
            "/squads/{id}",
            "/squads/{id}?asOf=2126-01-01T00:00:00Z",
            "/squads/{id}/health",
            "/squads/{id}/stage",
            "/squads/{id}/skills",
            "/squads/{id}/failure-budget",
            "/squads/{id}/decision-rights",
            "/squads/{id}/playbook",
            "/squads/{id}/origin",
            "/squads/{id}/family",
            "/people/{id}",
            "/people/{id}/availability",
            "/cycles/{id}",
            "/cycles/{id}/assignment?customerId=ann",
            "/decisions/{id}",
            "/formations/{id}",
            "/playbooks/{id}",
            "/platform/capabilities/{id}",
            "/platform/requests/{id}",
            "/policies/global",
            "/policies/regions/{region}",
            "/policies/squads/{id}",
            "/policies/effective?squad={squad}",
            "/policies/diff?region={region}",
            "/value-areas/{valueArea}/skills");

    /** Worked out without a look at the database. */
    private static final String REASONED = "/platform/adoption";

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
    void knowsEveryAnswerThatIsNoList() {
        List<String> reads = OpenApiDocument.read().reads().stream()
                .filter(read -> !read.takes("limit"))
                .map(OpenApiDocument.Operation::path)
                .toList();

        assertThat(reads)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(REASONED), OF_ONE.stream().map(address -> address.split("\\?")[0]))
                                .collect(toSet()));
    }

    @Test
    void asksForWhatGrewAsOftenAsBefore() {
        GrowingSquad squad = new GrowingSquad();
        squad.grow(1);
        Map<String, Long> before = queriesOf(squad);
        squad.grow(MORE);

        Map<String, Long> grown = queriesOf(squad);

        given().get(squad.find("/squads/{id}/family")).then().body("replicas.size()", equalTo(2 + MORE));
        given().get(squad.find("/policies/effective?squad={squad}")).then().body("regions.size()", equalTo(MORE));
        given().get(squad.find("/decisions/{id}")).then().body("entries.size()", equalTo(1 + MORE));
        assertThat(grown).isEqualTo(before).doesNotContainValue(0L);
    }

    private Map<String, Long> queriesOf(GrowingSquad squad) {
        return OF_ONE.stream().collect(toMap(address -> address, address -> queries.of(squad.find(address))));
    }
}
