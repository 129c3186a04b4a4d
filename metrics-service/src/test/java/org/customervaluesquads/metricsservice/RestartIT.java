package org.customervaluesquads.metricsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.cost;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.localstack.fixture.SharedInfrastructure;
import org.customervaluesquads.metricsservice.fixture.Asking;
import org.customervaluesquads.metricsservice.fixture.NaiveSum;
import org.customervaluesquads.metricsservice.fixture.Publishing;
import org.customervaluesquads.metricsservice.fixture.RandomSignals;
import org.customervaluesquads.metricsservice.fixture.ServiceProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The service is killed three times while it reads seeded random signals. Then every number equals
 * the one of a naive sum in memory: nothing is lost and nothing doubled.
 */
class RestartIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int KILLS = 3;
    private static final int SIGNALS = 2_000;

    private final ServiceProcess service = new ServiceProcess();

    @AfterEach
    void end() {
        service.kill();
    }

    @Test
    void losesAndDoublesNothingWhenItIsKilled() {
        Asking asking = new Asking(service.base());
        List<SignalRecorded> signals = RandomSignals.of(42, SIGNALS, "K1");
        service.start();
        awaitReady(asking);
        try (Publishing publishing =
                new Publishing(SharedInfrastructure.get().bootstrapServers(), ServiceProcess.PREFIX)) {
            publishing.squad(squad("killed", 1, region("K1"), cost("2024-03-04", "240.00", "GBP")));

            for (int part = 0; part <= KILLS; part++) {
                publishing.signals(signals.subList(part * SIGNALS / (KILLS + 1), (part + 1) * SIGNALS / (KILLS + 1)));
                if (part < KILLS) {
                    service.kill();
                    service.start();
                    awaitReady(asking);
                }
            }
            publishing.squad(squad("formed-after", 1, region("K1"), cost("2024-03-04", "240.00", "GBP")));
        }

        String from = RandomSignals.FROM.toString();
        String to = RandomSignals.TO.toString();
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(asking.values("killed", "total", from, to)).containsAllEntriesOf(NaiveSum.of(signals, ""));
            assertThat(asking.values("killed", "day", from, to)).containsAllEntriesOf(NaiveSum.byDay(signals));
            assertThat(asking.values("formed-after", "day", from, to))
                    .isEqualTo(asking.values("killed", "day", from, to));
        });
    }

    private static void awaitReady(Asking asking) {
        await().atMost(SOON)
                .ignoreExceptionsMatching(RestartIT::isNotThereYet)
                .untilAsserted(() ->
                        assertThat(asking.get("/q/health/ready").statusCode()).isEqualTo(200));
    }

    private static boolean isNotThereYet(Throwable failure) {
        return failure.getCause() instanceof ConnectException;
    }
}
