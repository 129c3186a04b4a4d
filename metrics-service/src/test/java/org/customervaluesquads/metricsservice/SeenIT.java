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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.Publishing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@MetricsServiceTest
class SeenIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2024-03-05T08:15:00Z");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @TestHTTPResource("/q/metrics")
    String address;

    @Test
    void countsAndTimesWhatBecameOfFacts() throws Exception {
        double entered = Math.max(0, meter("squads_ledger_outcomes_total", "entered"));
        double known = Math.max(0, meter("squads_ledger_outcomes_total", "known"));
        try (Publishing publishing = new Publishing(broker, "")) {
            publishing.squad(squad("secretly-seen", 1, region("SEEN")));

            publishing.signals(
                    order("secret-1", "SEEN", "secret-customer", AT, "1.00"),
                    order("secret-2", "SEEN", "secret-customer", AT, "1.00"));
            publishing.signals(order("secret-2", "SEEN", "secret-customer", AT, "1.00"));
        }

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(meter("squads_ledger_outcomes_total", "entered")).isGreaterThanOrEqualTo(entered + 2);
            assertThat(meter("squads_ledger_outcomes_total", "known")).isGreaterThanOrEqualTo(known + 1);
            assertThat(meter("squads_restating_seconds_count", "restated")).isPositive();
            assertThat(meter("squads_restating_seconds_sum", "restated")).isPositive();
            assertThat(meter("squads_restatements_sent_total")).isPositive();
            for (String reader : List.of("ledger", "cells", "intents", "squads", "identities", "erasures", "summing")) {
                assertThat(meter("squads_unread_records", reader)).as(reader).isZero();
                assertThat(meter("squads_unread_oldest_seconds", reader))
                        .as(reader)
                        .isZero();
            }
        });
        assertThat(metrics()).doesNotContain("secret");
        assertThat(documented()).containsAll(metersThere());
    }

    private Set<String> metersThere() throws Exception {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("squads_"))
                .map(line -> line.replaceFirst("(_count|_sum|_max)?[{ ].*", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> documented() throws Exception {
        return Pattern.compile("`(squads_\\w+)`")
                .matcher(Files.readString(Path.of("..", "docs", "operations.md")))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toSet());
    }

    /** The value of the first meter of this name that has these labels' values; below zero when there is none. */
    private double meter(String name, String... labels) throws Exception {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> List.of(labels).stream().allMatch(label -> line.contains("\"" + label + "\"")))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(-1);
    }

    private String metrics() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
