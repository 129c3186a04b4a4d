package org.customervaluesquads.metricsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customervaluesquads.metricsservice.fixture.Signals.cancellation;
import static org.customervaluesquads.metricsservice.fixture.Signals.order;
import static org.customervaluesquads.metricsservice.fixture.Signals.spend;
import static org.customervaluesquads.metricsservice.fixture.Signals.touch;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.cost;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import io.quarkus.test.common.http.TestHTTPResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
                Map.entry("return/GBP", "-178.131200"),
                Map.entry("active-customers", "2"),
                Map.entry("reach/web", "2"),
                Map.entry("reach/app", "1"),
                Map.entry("signals", "7"));
        Map<String, String> expectedPlain = new java.util.TreeMap<>(expected);
        expectedPlain.put("return/GBP", "-178.1312");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(asking.values("adds-up", "total", "2024-03-05", "2024-03-06"))
                        .isEqualTo(expectedPlain));
    }
}
