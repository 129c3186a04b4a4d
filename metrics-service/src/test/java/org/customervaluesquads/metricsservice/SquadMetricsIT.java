package org.customervaluesquads.metricsservice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customervaluesquads.metricsservice.fixture.Signals.cancellation;
import static org.customervaluesquads.metricsservice.fixture.Signals.order;
import static org.customervaluesquads.metricsservice.fixture.Signals.spend;
import static org.customervaluesquads.metricsservice.fixture.Signals.touch;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.cost;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topic;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.fixture.Asking;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.Publishing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts in, numbers out: each test has a region of its own, and so facts of its own. */
@MetricsServiceTest
class SquadMetricsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant MORNING = Instant.parse("2024-03-05T08:15:00Z");
    private static final Instant NOON = Instant.parse("2024-03-05T12:30:00Z");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @TestHTTPResource
    String base;

    private Publishing publishing;
    private Asking asking;

    @BeforeEach
    void open() {
        publishing = new Publishing(broker, "");
        asking = new Asking(base.replaceAll("/$", ""));
    }

    @AfterEach
    void close() {
        publishing.close();
    }

    @Test
    void addsUpOutcomesAndEngagementToThePenny() {
        publishing.squad(squad("adds-up", 1, region("R1"), cost("2024-03-05", "240.00", "GBP")));
        publishing.signals(
                order("r1-1", "R1", "c1", MORNING, "505.30"),
                order("r1-2", "R1", "c2", NOON, "145.80"),
                order("r1-3", "R1", null, NOON, "-53594.36"),
                cancellation("r1-4", "R1", "c1", NOON, "196.10"),
                spend("r1-5", "R1", NOON, "60.00", "GBP"),
                touch("page.viewed", "r1-6", "R1", "c1", MORNING, "app"),
                touch("page.viewed", "r1-7", "R1", null, NOON, "app"),
                order("elsewhere", "R1x", "c1", NOON, "99999.00"));

        Map<String, String> expected = Map.ofEntries(
                Map.entry("revenue/GBP", "-53139.36"),
                Map.entry("order-value/GBP", "-52943.26"),
                Map.entry("orders", "3"),
                Map.entry("average-order/GBP", "-17647.753333"),
                Map.entry("cancellations", "1"),
                Map.entry("cancelled-value/GBP", "196.1"),
                Map.entry("spend/GBP", "60"),
                Map.entry("squad-cost/GBP", "240"),
                Map.entry("value/GBP", "-53139.36"),
                Map.entry("cost/GBP", "300"),
                Map.entry("return/GBP", "-178.1312"),
                Map.entry("active-customers", "2"),
                Map.entry("reach/web", "2"),
                Map.entry("reach/app", "1"),
                Map.entry("tactic-reach/printed catalogue", "2"),
                Map.entry("tactic-reach/shop visit", "1"),
                Map.entry("silo-coverage", "0.5"),
                Map.entry("signals", "7"));
        eventually(() -> assertThat(asking.values("adds-up", "total", "2024-03-05", "2024-03-06"))
                .isEqualTo(expected));
        eventually(() -> assertThat(asking.values("adds-up", "day", "2024-03-05", "2024-03-06"))
                .isEqualTo(at("2024-03-05T00:00:00Z", expected)));
        eventually(() -> assertThat(asking.values("adds-up", "hour", "2024-03-05", "2024-03-06"))
                .containsEntry("orders@2024-03-05T08:00:00Z", "1")
                .containsEntry("revenue/GBP@2024-03-05T08:00:00Z", "505.3")
                .containsEntry("squad-cost/GBP@2024-03-05T12:00:00Z", "10")
                .containsEntry("active-customers@2024-03-05T12:00:00Z", "2"));
    }

    @Test
    void countsAnOutcomeSentTwiceOnceAlsoUnderAnotherCustomer() {
        publishing.squad(squad("counts-once", 1, region("R2")));
        SignalRecorded order = order("r2-1", "R2", "c1", MORNING, "10.00");

        publishing.signals(order, order, order("r2-1", "R2", "c9", MORNING, "10.00"));
        publishing.signals(order, order("r2-2", "R2", "c1", NOON, "0.01"));

        eventually(() -> assertThat(asking.values("counts-once", "total", "2024-03-05", "2024-03-06"))
                .containsEntry("orders", "2")
                .containsEntry("revenue/GBP", "10.01"));
    }

    @Test
    void givesASquadFormedAfterTheFactsTheNumbersOfOneFormedBefore() {
        publishing.squad(squad("before", 1, region("R3")));
        publishing.signals(order("r3-1", "R3", "c1", MORNING, "10.00"), order("r3-2", "R3", "c2", NOON, "5.00"));
        eventually(() -> assertThat(asking.values("before", "day", "2024-03-05", "2024-03-06"))
                .containsEntry("orders@2024-03-05T00:00:00Z", "2")
                .containsEntry("signals@2024-03-05T00:00:00Z", "2"));

        publishing.squad(squad("after", 1, region("R3")));

        eventually(() -> {
            assertThat(asking.values("after", "day", "2024-03-05", "2024-03-06"))
                    .isEqualTo(asking.values("before", "day", "2024-03-05", "2024-03-06"));
            assertThat(asking.values("after", "hour", "2024-03-05", "2024-03-06"))
                    .isEqualTo(asking.values("before", "hour", "2024-03-05", "2024-03-06"));
        });
    }

    @Test
    void restatesWhatAChangedScopeTouches() {
        publishing.squad(squad("rescoped", 1, region("R4")));
        publishing.signals(order("r4-1", "R4", "c1", MORNING, "10.00"), order("r5-1", "R5", "c2", NOON, "5.00"));
        eventually(() -> assertThat(asking.values("rescoped", "day", "2024-03-05", "2024-03-06"))
                .containsEntry("revenue/GBP@2024-03-05T00:00:00Z", "10"));

        publishing.squad(squad("rescoped", 2, region("R5")));

        eventually(() -> assertThat(asking.values("rescoped", "hour", "2024-03-05", "2024-03-06"))
                .containsEntry("revenue/GBP@2024-03-05T08:00:00Z", "nothing")
                .containsEntry("revenue/GBP@2024-03-05T12:00:00Z", "5"));
        JsonNode day = asking.json("/squads/rescoped/metrics?metric=revenue&from=2024-03-05&to=2024-03-06");
        assertThat(day.at("/metrics/0/revision").asLong()).isGreaterThan(1);
    }

    @Test
    void countsCustomersWithAHighIntent() {
        publishing.squad(squad("intents", 1, new Scope(Set.of("R6"), null, null, null, null)));
        publishing.intents(
                intent("c1", "active", MORNING),
                intent("c1", "surging", NOON),
                intent("c2", "active", NOON),
                intent("c3", "emerging", NOON),
                intent("anonymous:c4", "surging", NOON));

        eventually(() -> assertThat(asking.values("intents", "day", "2024-03-05", "2024-03-06"))
                .isEqualTo(Map.of(
                        "high-intent/purchase@2024-03-05T00:00:00Z", "2",
                        "conversion/purchase@2024-03-05T00:00:00Z", "0")));
    }

    @Test
    void givesCostsToWorkingDaysWithoutFacts() {
        publishing.squad(squad("costs", 1, region("R7"), cost("2024-03-07", "99.00", "EUR")));

        eventually(() -> assertThat(asking.values("costs", "day", "2024-03-07", "2024-03-12"))
                .containsEntry("squad-cost/EUR@2024-03-07T00:00:00Z", "99")
                .containsEntry("squad-cost/EUR@2024-03-08T00:00:00Z", "99")
                .containsEntry("squad-cost/EUR@2024-03-11T00:00:00Z", "99")
                .containsEntry("return/EUR@2024-03-11T00:00:00Z", "-1")
                .containsEntry("cost/EUR@2024-03-11T00:00:00Z", "99")
                .hasSize(9));
    }

    @Test
    void passesOverPoisonAndCountsWhatComesAfterIt() {
        publishing.squad(squad("poisoned", 1, region("R8")));
        for (Topic<?> topic : List.of(Topics.SIGNALS, Topics.SQUADS, Topics.INTENTS)) {
            publishing.raw(topic, "{\"id\":".getBytes(UTF_8));
            publishing.raw(topic, "{}".getBytes(UTF_8));
            publishing.raw(topic, null);
        }

        publishing.signals(order("r8-1", "R8", "c1", MORNING, "10.00"), order("r8-2", "R8", "c\0", NOON, "1.00"));

        eventually(() -> assertThat(asking.values("poisoned", "total", "2024-03-05", "2024-03-06"))
                .containsEntry("orders", "1")
                .containsEntry("signals", "1"));
    }

    private static IntentChanged intent(String customer, String stage, Instant at) {
        return new IntentChanged(
                customer,
                "purchase",
                "stage",
                0.9,
                2.2,
                -3,
                stage,
                0.1,
                "none",
                at,
                null,
                List.of(),
                Set.of("R6"),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                1,
                0);
    }

    private static Map<String, String> at(String start, Map<String, String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(value -> value.getKey() + "@" + start, Map.Entry::getValue));
    }

    private static void eventually(ThrowingRunnable asserting) {
        await().atMost(SOON).untilAsserted(asserting);
    }
}
