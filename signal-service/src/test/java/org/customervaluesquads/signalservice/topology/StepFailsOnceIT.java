package org.customervaluesquads.signalservice.topology;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.awaitility.core.ConditionFactory;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.consent.ConsentPolicies;
import org.customervaluesquads.signalservice.erasing.Erasures;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.sources.Sources;
import org.customervaluesquads.signalservice.squads.SquadScopes;
import org.junit.jupiter.api.Test;

/** Each step fails once, after those before it did their work: nothing is lost, and nothing counted twice. */
@RealParts
@TestProfile(StepFailsOnceIT.WithPlantedFailures.class)
class StepFailsOnceIT {

    private static final List<String> FRAIL = List.of("count-once", "know-who", "score-intents");
    private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();
    private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(60);

    @Test
    void losesNoSignalAndCountsNoneTwice() {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"sales\"}")
                .put("/sources/frail-shop")
                .then()
                .statusCode(200);

        FRAIL.forEach(step -> post("frail-" + step, "customer-of-" + step));
        untilRecovered().until(() -> FAILED.containsAll(FRAIL));
        FRAIL.forEach(step -> post("last-" + step, "customer-of-" + step));

        for (String step : FRAIL) {
            untilRecovered()
                    .untilAsserted(() ->
                            assertThat(countOf("customer-of-" + step)).as(step).isBetween(1.9, 2.1));
            assertThat(signalsOf(step)).as(step).containsExactly("frail-" + step, "last-" + step);
        }
    }

    /** What is planted is not caught on its thread, as it would not be. */
    private static ConditionFactory untilRecovered() {
        return await().dontCatchUncaughtExceptions().atMost(RECOVERED_WITHIN);
    }

    private static List<String> signalsOf(String step) {
        return OnTopic.readUntil(Topics.SIGNALS, signal -> signal.id().equals("last-" + step)).stream()
                .filter(signal -> ("customer-of-" + step).equals(signal.customerId()))
                .map(SignalRecorded::id)
                .toList();
    }

    private static double countOf(String customer) {
        Number count = given().get("/customers/{id}/intents", customer)
                .path("intents.find { it.intent == 'purchase' }?.evidence?.find { it.halfLife == 'PT24H' }?.count");
        return count == null ? 0 : count.doubleValue();
    }

    private static void post(String id, String customer) {
        given().contentType(ContentType.JSON)
                .body("""
                        {"id": "%s", "source": "frail-shop", "type": "cart.added", "occurredAt": "%s",
                         "customer": {"id": "%s"}}""".formatted(id, Instant.now(), customer))
                .post("/signals")
                .then()
                .statusCode(202);
    }

    /** Starts the service with its topology, each step of which can fail. */
    public static final class WithPlantedFailures implements QuarkusTestProfile {

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(FrailTopology.class);
        }
    }

    /** The service's own topology, but for what is planted. */
    @Alternative
    @ApplicationScoped
    public static class FrailTopology {

        @Produces
        @Singleton
        Topology topology(
                SignalServiceConfig config,
                Weighings weighings,
                Sources sources,
                SquadScopes squads,
                ConsentPolicies policies,
                Erasures erasures) {
            return SignalTopology.build(
                    new Planting(),
                    new SignalTopology.Settings(config.prefix(), config.duplicateWindow(), 3, true),
                    new SignalTopology.Views(sources, squads, policies, erasures, weighings));
        }
    }

    private static final class Planting extends Topology {

        @Override
        public synchronized <KIn, VIn, KOut, VOut> Topology addProcessor(
                String name, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier, String... parents) {
            return super.addProcessor(name, () -> new FailingOnce<>(name, supplier.get()), parents);
        }
    }

    private record FailingOnce<KIn, VIn, KOut, VOut>(String name, Processor<KIn, VIn, KOut, VOut> step)
            implements Processor<KIn, VIn, KOut, VOut> {

        @Override
        public void init(ProcessorContext<KOut, VOut> context) {
            step.init(context);
        }

        @Override
        public void process(Record<KIn, VIn> record) {
            String id = CloudEventHeaders.read(record.headers(), CloudEventHeaders.ID);
            if (id != null && id.contains("frail-" + name) && FAILED.add(name)) {
                throw new IllegalStateException("planted in " + name);
            }
            step.process(record);
        }

        @Override
        public void close() {
            step.close();
        }
    }
}
