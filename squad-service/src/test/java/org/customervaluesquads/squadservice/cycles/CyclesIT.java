package org.customervaluesquads.squadservice.cycles;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.customervaluesquads.contracts.CycleEvidenceStated;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.squadservice.ServiceTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Cycles over HTTP, with evidence from the log. */
@QuarkusTest
class CyclesIT extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    void runsACycleFromHypothesisToLesson() {
        UUID squad = formSquad("trying");
        String cycle = SomeCycle.plan(squad);

        SomeCycle.start(cycle).then().statusCode(200).body("state", equalTo("running"));
        var concluded = SomeCycle.conclude(cycle, "keep");

        concluded
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("state", equalTo("concluded"))
                .body("verdict.choice", equalTo("keep"))
                .body("plan.guardrails[0].side", equalTo("at-least"));
        given().queryParam("state", "concluded")
                .get("/squads/{id}/cycles", squad)
                .then()
                .body("items.id", contains(cycle))
                .body("next", nullValue());
    }

    @Test
    void plansACycleOnceUnderOneKey() {
        UUID squad = formSquad("sent twice");

        String first = json(SomeCycle.JSON)
                .header("Idempotency-Key", "c-" + squad)
                .post("/squads/{id}/cycles", squad)
                .path("id");
        String second = json(SomeCycle.JSON)
                .header("Idempotency-Key", "c-" + squad)
                .post("/squads/{id}/cycles", squad)
                .path("id");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusesVariantsThatAreNotAWhole() {
        UUID squad = formSquad("uneven");

        var planned = json(SomeCycle.JSON.replace("\"share\": 50}]", "\"share\": 40}]"))
                .post("/squads/{id}/cycles", squad);

        planned.then().statusCode(400).body("errors.field", contains("variants"));
    }

    @Test
    void stopsStartingCyclesWhenTheBudgetOfFailedOnesIsUsed() {
        UUID squad = formSquad("failing");
        json("{\"mostFailed\": 1, \"days\": 30}")
                .header("If-Match", "\"0\"")
                .put("/squads/{id}/failure-budget", squad)
                .then()
                .statusCode(200)
                .body("left", equalTo(1));
        String failed = SomeCycle.plan(squad);
        SomeCycle.start(failed).then().statusCode(200);
        SomeCycle.conclude(failed, "drop").then().statusCode(200);

        var next = SomeCycle.start(SomeCycle.plan(squad));

        next.then().statusCode(409).body("errors.field", contains("failureBudget"));
        given().get("/squads/{id}/failure-budget", squad)
                .then()
                .body("failed", equalTo(1))
                .body("left", equalTo(0))
                .body("dropped", equalTo(1));
    }

    @Test
    void refusesAVerdictWithNeitherEvidenceNorReasonAndChecksTheVersion() {
        String cycle = SomeCycle.plan(formSquad("unfounded"));
        SomeCycle.start(cycle).then().statusCode(200);
        String verdict = "{\"verdict\": \"keep\", \"lesson\": \"it felt good\"}";

        json(verdict).post("/cycles/{id}/verdict", cycle).then().statusCode(428);
        json(verdict)
                .header("If-Match", "\"1\"")
                .post("/cycles/{id}/verdict", cycle)
                .then()
                .statusCode(412);
        json(verdict)
                .header("If-Match", "\"2\"")
                .post("/cycles/{id}/verdict", cycle)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("reasonWithoutEvidence"));
    }

    @Test
    void assignsACustomerAlwaysAlike() {
        String cycle = SomeCycle.plan(formSquad("assigning"));

        var assigned = given().queryParam("customerId", "13085").get("/cycles/{id}/assignment", cycle);

        assigned.then().statusCode(200).body("bucket", equalTo(AssignmentTest.BUCKET_OF_13085));
        given().get("/cycles/{id}/assignment", cycle)
                .then()
                .statusCode(400)
                .body("errors.field", contains("customerId"));
    }

    @Test
    void keepsTheNewestEvidenceWithTheCycleAndWithItsVerdict() {
        String cycle = SomeCycle.plan(formSquad("measured"));
        SomeCycle.start(cycle).then().statusCode(200);

        send(cycle, 2, 1);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> given().get("/cycles/{id}", cycle).then().body("evidence.revision", equalTo(2)));
        json("{\"verdict\": \"keep\", \"lesson\": \"the metrics say so\"}")
                .header("If-Match", "\"2\"")
                .post("/cycles/{id}/verdict", cycle)
                .then()
                .statusCode(200)
                .body("verdict.evidence.revision", equalTo(2));
    }

    private void send(String cycle, long... revisions) {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        try (var producer = new KafkaProducer<>(
                settings,
                new StringSerializer(),
                MessageSerde.of(Topics.CYCLE_EVIDENCE).serializer())) {
            for (long revision : revisions) {
                producer.send(new ProducerRecord<>(
                        Topics.CYCLE_EVIDENCE.name(),
                        cycle,
                        new CycleEvidenceStated(
                                cycle,
                                "s",
                                "revenue/GBP",
                                "GBP",
                                "confidence-sequence",
                                List.of(),
                                List.of(),
                                null,
                                List.of(),
                                "continue",
                                null,
                                revision)));
            }
        }
    }
}
