package org.customervaluesquads.metricsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customervaluesquads.metricsservice.fixture.Signals.order;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.customervaluesquads.metricsservice.fixture.Asking;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.Publishing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@MetricsServiceTest
class SquadMetricsStreamIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant AT = Instant.parse("2024-03-05T08:15:00Z");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @TestHTTPResource
    String base;

    @Test
    void sendsWhatIsCurrentAndThenEachRestatement() {
        Asking asking = new Asking(base.replaceAll("/$", ""));
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        try (Publishing publishing = new Publishing(broker, "");
                HttpClient client = HttpClient.newHttpClient()) {
            publishing.squad(squad("streamed", 1, region("S1")));
            publishing.signals(order("s1-1", "S1", "c1", AT, "10.00"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(asking.values("streamed", "day", "2024-03-05", "2024-03-06"))
                            .containsEntry("revenue/GBP@2024-03-05T00:00:00Z", "10"));
            CompletableFuture<?> listening = listen(client, "?squad=streamed&metric=revenue", lines);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(ids(lines))
                            .contains(
                                    "streamed|revenue/GBP|day|2024-03-05T00:00:00Z@1",
                                    "streamed|revenue/GBP|hour|2024-03-05T08:00:00Z@1"));

            publishing.signals(order("s1-2", "S1", "c1", AT, "5.00"));

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(ids(lines)).contains("streamed|revenue/GBP|day|2024-03-05T00:00:00Z@2"));
            assertThat(lines).anyMatch(line -> line.startsWith("data:") && line.contains("\"value\":15.00"));
            assertThat(ids(lines)).allMatch(id -> id.startsWith("streamed|revenue/GBP|"));
            listening.cancel(true);
            client.shutdownNow();
        }
    }

    private CompletableFuture<?> listen(HttpClient client, String query, Queue<String> lines) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "stream/squad-metrics" + query))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
    }

    private static List<String> ids(Queue<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring("id:".length()).strip())
                .toList();
    }
}
