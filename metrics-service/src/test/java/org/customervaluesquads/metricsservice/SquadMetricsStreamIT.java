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
            CompletableFuture<?> listening = listen(client, "?squad=streamed&metric=revenue", "", lines);
            await().atMost(SOON).untilAsserted(() -> assertThat(lines).anyMatch(line -> tells(line, "day", 1)));

            publishing.signals(order("s1-2", "S1", "c1", AT, "5.00"));

            await().atMost(SOON).untilAsserted(() -> assertThat(lines).anyMatch(line -> tells(line, "day", 2)));
            assertThat(lines).anyMatch(line -> line.startsWith("data:") && line.contains("\"value\":15.00"));
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("data:"))
                    .allMatch(line -> line.contains("revenue/GBP"));
            listening.cancel(true);
            client.shutdownNow();
        }
    }

    @Test
    void tellsAListenerWhoComesBackWhatItMissedAndNoMore() {
        Asking asking = new Asking(base.replaceAll("/$", ""));
        Queue<String> before = new ConcurrentLinkedQueue<>();
        Queue<String> after = new ConcurrentLinkedQueue<>();
        try (Publishing publishing = new Publishing(broker, "");
                HttpClient client = HttpClient.newHttpClient()) {
            publishing.squad(squad("resumed", 1, region("S2")));
            publishing.signals(order("s2-1", "S2", "c1", AT, "10.00"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(asking.values("resumed", "rolling", "2024-02-01", "2024-03-01"))
                            .containsEntry("orders@2024-02-07T00:00:00Z", "1"));
            CompletableFuture<?> first = listen(client, "?squad=resumed&metric=orders", "", before);
            await().atMost(SOON).untilAsserted(() -> assertThat(before).anyMatch(line -> tells(line, "rolling", 1)));
            first.cancel(true);
            publishing.signals(order("s2-2", "S2", "c1", AT.plusSeconds(86_400), "5.00"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(asking.values("resumed", "day", "2024-03-06", "2024-03-07"))
                            .containsEntry("orders@2024-03-06T00:00:00Z", "1"));

            CompletableFuture<?> second = listen(client, "?squad=resumed&metric=orders", lastId(before), after);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(after)
                            .anyMatch(line -> tells(line, "day", 1) && line.contains("2024-03-06T00:00:00Z")));
            assertThat(after)
                    .noneMatch(line -> tells(line, "day", 1) && line.contains("\"start\":\"2024-03-05T00:00:00Z"));
            second.cancel(true);
            client.shutdownNow();
        }
    }

    private static boolean tells(String line, String grain, int revision) {
        return line.startsWith("data:")
                && line.contains("\"grain\":\"" + grain + "\"")
                && line.contains("\"revision\":" + revision + "}");
    }

    private static String lastId(Queue<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring("id:".length()).strip())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private CompletableFuture<?> listen(HttpClient client, String query, String lastEventId, Queue<String> lines) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "stream/squad-metrics" + query));
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
    }
}
