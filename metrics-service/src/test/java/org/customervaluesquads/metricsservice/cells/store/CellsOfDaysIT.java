package org.customervaluesquads.metricsservice.cells.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customervaluesquads.metricsservice.fixture.Signals.touch;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.fixture.Asking;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.Publishing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@MetricsServiceTest
class CellsOfDaysIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant EIGHT = Instant.parse("2024-03-05T08:15:00Z");
    private static final Instant NOON = Instant.parse("2024-03-05T12:15:00Z");

    @Inject
    CellsOfDays days;

    @Inject
    Statements statements;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @TestHTTPResource
    String base;

    @Test
    void sumsOldHoursUpToTheirDayAndStillCountsWhatComesLate() {
        Asking asking = new Asking(base.replaceAll("/$", ""));
        try (Publishing publishing = new Publishing(broker, "")) {
            publishing.squad(squad("rolled", 1, region("RU")));
            publishing.signals(
                    touch("page.viewed", "ru-1", "RU", "ann", EIGHT, "app"),
                    touch("page.viewed", "ru-2", "RU", "bob", EIGHT, "app"),
                    touch("page.viewed", "ru-3", "RU", "ann", NOON, "app"));
            eventually(asking, "rolled", "3", "2");

            statements.execute("UPDATE cell SET recorded_at = '2000-01-01' WHERE region = 'RU'");
            days.rollUp();
            assertThat(cells()).isEqualTo(1);
            publishing.signals(
                    touch("page.viewed", "ru-4", "RU", "cem", EIGHT, "app"),
                    touch("page.viewed", "ru-5", "RU", "bob", NOON, "app"));

            eventually(asking, "rolled", "5", "3");
            assertThat(cells()).isEqualTo(1);
            publishing.squad(squad("rolled-since", 1, region("RU")));
            eventually(asking, "rolled-since", "5", "3");
        }
    }

    private long cells() {
        return statements
                .list("SELECT count(*) AS cells FROM cell WHERE region = 'RU'", row -> row.getLong("cells"))
                .getFirst();
    }

    private static void eventually(Asking asking, String squad, String signals, String customers) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(asking.values(squad, "day", "2024-03-05", "2024-03-06"))
                        .containsAllEntriesOf(Map.of(
                                "signals@2024-03-05T00:00:00Z", signals,
                                "active-customers@2024-03-05T00:00:00Z", customers)));
    }
}
