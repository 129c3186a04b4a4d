package org.customervaluesquads.squadservice.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.customervaluesquads.squadservice.ServiceTest;
import org.customervaluesquads.squadservice.cycles.SomeCycle;
import org.customervaluesquads.squadservice.decisions.SomeDecision;
import org.customervaluesquads.squadservice.stages.SquadOfSix;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyIT extends ServiceTest {

    private static final int PARALLEL = 20;

    @Inject
    SentRequests sentRequests;

    @Test
    void answersTheSameSquadToTheSameRequest() {
        String key = UUID.randomUUID().toString();
        String location =
                form(key, squad("once")).then().statusCode(201).extract().header("Location");

        var again = form(key, squad("once").replace(": ", " :\n"));

        again.then().statusCode(201).header("Location", equalTo(location));
    }

    @Test
    void answersAsTheFirstTimeWhateverHasBecomeOfIt() {
        String key = UUID.randomUUID().toString();
        Response first = form(key, squad("once"));
        String id = first.then().statusCode(201).extract().path("id");
        join(UUID.fromString(id), addPerson("Ada"), 50).then().statusCode(201);
        String cycleKey = UUID.randomUUID().toString();
        Response cycle = plan(id, cycleKey);
        cycle.then().statusCode(201);
        given().header("If-Match", "*").delete("/squads/{id}", id).then().statusCode(200);

        Response again = form(key, squad("once"));
        Response cycleAgain = plan(id, cycleKey);

        again.then().statusCode(201).header("ETag", "\"1\"").header("Location", first.header("Location"));
        assertThat(again.asString()).isEqualTo(first.asString());
        cycleAgain.then().statusCode(201).header("Location", cycle.header("Location"));
        assertThat(cycleAgain.asString()).isEqualTo(cycle.asString());
        plan(id, UUID.randomUUID().toString()).then().statusCode(409);
    }

    @Test
    void takesARequestAnewThatWasRefused() {
        String key = UUID.randomUUID().toString();
        UUID squad = formSquad("of two minds");
        UUID ada = addPerson("Ada");
        decide(squad, ada, key).then().statusCode(400).body("errors.field", contains("owner"));
        join(squad, ada, 50).then().statusCode(201);

        var allowed = decide(squad, ada, key);

        allowed.then().statusCode(201);
    }

    @Test
    void refusesAKeyThatNobodyCouldKnowAgain() {
        form("x".repeat(201), squad("once")).then().statusCode(400).body("errors.field", contains("Idempotency-Key"));
    }

    @Test
    void refusesAKeyThatStandsForAnotherRequest() {
        String key = UUID.randomUUID().toString();
        form(key, squad("once")).then().statusCode(201);

        var other = form(key, squad("twice"));

        other.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains("Idempotency-Key"));
        json(person("Ada", "1"))
                .header("Idempotency-Key", key)
                .post("/people")
                .then()
                .statusCode(201);
    }

    @Test
    void writesAReviewOnceThatIsSentAgain() {
        String decision = decision();
        String key = UUID.randomUUID().toString();
        Response first = review(decision, key, "worked");
        first.then().statusCode(200).header("ETag", "\"2\"");
        review(decision, UUID.randomUUID().toString(), "failed").then().header("ETag", "\"3\"");

        Response again = review(decision, key, "worked");

        again.then().statusCode(200).header("ETag", "\"2\"").header("Location", nullValue());
        assertThat(again.asString()).isEqualTo(first.asString());
        given().get("/decisions/{id}", decision).then().header("ETag", "\"3\"").body("entries.size()", equalTo(2));
    }

    @Test
    void refusesAReviewUnderTheKeyOfAnother() {
        String decision = decision();
        String key = UUID.randomUUID().toString();
        review(decision, key, "worked").then().statusCode(200);

        var other = review(decision, key, "failed");

        other.then().statusCode(422).body("errors.field", contains("Idempotency-Key"));
        review(decision(), key, "failed").then().statusCode(200);
        given().get("/decisions/{id}", decision).then().header("ETag", "\"2\"");
    }

    @Test
    void writesAReviewOnceForParallelRequests() throws Exception {
        String decision = decision();
        String key = UUID.randomUUID().toString();
        Callable<String> request = () -> review(decision, key, "worked").asString();

        try (var clients = Executors.newFixedThreadPool(PARALLEL)) {
            var answers = clients.invokeAll(Collections.nCopies(PARALLEL, request));

            assertThat(answers.stream().map(Future::resultNow).distinct()).hasSize(1);
        }
        given().get("/decisions/{id}", decision).then().header("ETag", "\"2\"");
    }

    @Test
    void answersTheStepsOfACycleAndOfASquadAsTheFirstTime() {
        UUID squad = SquadOfSix.form("once each");
        String cycle = SomeCycle.plan(squad);
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("/cycles/" + cycle + "/start", "");
        steps.put("/cycles/" + cycle + "/verdict", """
                {"verdict": "keep", "lesson": "call within a day", "evidence": ["revenue/GBP|day|2026-02-01"]}""");
        steps.put("/squads/" + squad + "/stage", "{\"stage\": \"piloting\"}");
        String key = UUID.randomUUID().toString();
        List<String> first = answers(steps, key);
        join(squad, addPerson("Ada"), 50).then().statusCode(201);

        List<String> again = answers(steps, key);

        assertThat(again).isEqualTo(first);
        given().get("/squads/{id}/history", squad)
                .then()
                .body("items.event.count { it == 'cycle.started' }", equalTo(1))
                .body("items.event.count { it == 'cycle.concluded' }", equalTo(1));
    }

    /** The version that each step is answered with, and the rest. */
    private static List<String> answers(Map<String, String> steps, String key) {
        return steps.entrySet().stream()
                .map(step -> step(step.getKey(), step.getValue(), key).then().statusCode(200))
                .map(answer ->
                        answer.extract().header("ETag") + answer.extract().asString())
                .toList();
    }

    @Test
    void createsOneThingForParallelRequests() throws Exception {
        String key = UUID.randomUUID().toString();
        Callable<String> request = () -> form(key, squad("once")).header("Location");

        try (var clients = Executors.newFixedThreadPool(PARALLEL)) {
            var answers = clients.invokeAll(Collections.nCopies(PARALLEL, request));

            assertThat(answers.stream().map(Future::resultNow).distinct())
                    .hasSize(1)
                    .doesNotContainNull();
        }
    }

    @Test
    void forgetsAKeyAfterItsTime() {
        String key = UUID.randomUUID().toString();
        String location = form(key, squad("once")).header("Location");

        QuarkusTransaction.requiringNew().run(() -> sentRequests.forgetBefore(Instant.now()));

        assertThat(form(key, squad("once")).header("Location")).isNotEqualTo(location);
    }

    private static Response step(String path, String body, String key) {
        return json(body).header("If-Match", "*").header("Idempotency-Key", key).post(path);
    }

    private static String decision() {
        UUID squad = formSquad("that looks back");
        UUID ada = addPerson("Ada");
        join(squad, ada, 50).then().statusCode(201);
        SomeDecision.giveRights(squad);
        return decide(squad, ada, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response review(String decision, String key, String outcome) {
        String body = "{\"by\": \"Ada\", \"outcome\": \"%s\"}".formatted(outcome);
        return step("/decisions/" + decision + "/reviews", body, key);
    }

    private static Response plan(String squad, String key) {
        return json(SomeCycle.JSON).header("Idempotency-Key", key).post("/squads/{id}/cycles", squad);
    }

    private static Response decide(UUID squad, UUID owner, String key) {
        return json("""
                {"kind": "campaign", "title": "Call", "owner": "%s", "options": [{"name": "call"}, {"name": "write"}],
                 "chosen": "call", "rationale": "one in ten came back", "reviewOn": "2027-01-31"}""".formatted(owner)).header("Idempotency-Key", key).post("/squads/{id}/decisions", squad);
    }

    private static Response form(String key, String body) {
        return json(body).header("Idempotency-Key", key).post("/squads");
    }
}
