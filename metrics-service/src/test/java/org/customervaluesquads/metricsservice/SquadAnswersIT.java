package org.customervaluesquads.metricsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.metricsservice.fixture.Signals.order;
import static org.customervaluesquads.metricsservice.fixture.Signals.touch;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.PolicyLayerPublished.Value;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.OnTopics;
import org.junit.jupiter.api.Test;

/** What is answered beside the values themselves: baselines, targets, forecasts, silos, tables, comparisons. */
@MetricsServiceTest
class SquadAnswersIT extends OnTopics {

    private static final LocalDate TODAY = LocalDate.now(Clock.systemUTC());

    @Test
    void seesADayBesideItsBaselineItsTargetAndItsThreshold() {
        publishing.squad(formed("baseline", "B1", TODAY.minusDays(3), null));
        publishing.policies(new PolicyLayerPublished(
                "squad",
                "baseline",
                1,
                List.of(new Value("target", "orders@day", "4", false), new Value("threshold", "revenue", "1", false)),
                Instant.EPOCH));
        publishing.signals(
                order("b1-1", "B1", "c1", noon(TODAY.minusDays(9)), "10.00"),
                order("b1-2", "B1", "c1", noon(TODAY.minusDays(2)), "15.00"),
                order("b1-3", "B1", "c2", noon(TODAY.minusDays(2)), "15.00"));
        String path = "/squads/baseline/metrics?metric=orders&metric=revenue&from=" + TODAY.minusDays(2) + "&to="
                + TODAY.minusDays(1);

        eventually(() -> {
            JsonNode metrics = asking.json(path).path("metrics");
            assertThat(metrics).hasSize(2);
            JsonNode orders = metrics.get(0);
            assertThat(orders.path("target").asInt()).isEqualTo(4);
            assertThat(orders.path("distance").asInt()).isEqualTo(-2);
            assertThat(orders.path("reached").asBoolean()).isFalse();
            assertThat(orders.at("/compared/value").asInt()).isEqualTo(1);
            assertThat(orders.at("/compared/changeRatio").asInt()).isEqualTo(1);
            assertThat(orders.at("/freshness/0/silo").asText()).isEqualTo("sales");
            assertThat(metrics.get(1).path("breached").asBoolean(true)).isFalse();
            assertThat(metrics.get(1).at("/compared/change").asInt()).isEqualTo(20);
        });
        String table = csv(path);
        assertThat(table.lines().toList()).hasSize(3);
        assertThat(table).startsWith("squad,metric,unit").contains("baseline,orders,orders,up,day");
    }

    @Test
    void forecastsUntilTheMissionIsDue() {
        publishing.squad(formed("heading", "B2", TODAY.minusDays(30), new BigDecimal("1000")));
        List<SignalRecorded> orders = new ArrayList<>();
        for (int day = 60; day > 0; day--) {
            for (int i = 0; i <= day % 7; i++) {
                orders.add(order("b2-" + day + "-" + i, "B2", "c" + i, noon(TODAY.minusDays(day)), "10.00"));
            }
        }
        publishing.signals(orders);

        eventually(() -> {
            JsonNode forecast = asking.json("/squads/heading/forecast?metric=orders");
            assertThat(forecast.path("method").asText()).isEqualTo("ETS(A,Ad,A), season 7");
            assertThat(forecast.path("days")).hasSize(15);
            assertThat(forecast.at("/total/soFar").asInt()).isEqualTo((int) orders.stream()
                    .filter(order -> !order.occurredAt().isBefore(start(TODAY.minusDays(30))))
                    .count());
            assertThat(forecast.at("/total/probability").asDouble()).isBetween(0.0, 1.0);
        });
        assertThat(asking.get("/squads/heading/forecast?metric=happiness").statusCode())
                .isEqualTo(400);
        assertThat(asking.get("/squads/heading/forecast?metric=orders&until=2001-01-01")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void tellsWhichSilosSeeTheCustomersAndWhatIsLackingWithoutEach() {
        publishing.squad(formed("silos", "B3", TODAY.minusDays(30), null));
        publishing.signals(
                order("b3-1", "B3", "ann", noon(TODAY.minusDays(2)), "10.00"),
                order("b3-2", "B3", "bob", noon(TODAY.minusDays(2)), "5.00"),
                touch("page.viewed", "b3-3", "B3", "ann", noon(TODAY.minusDays(2)), "email"),
                touch("page.viewed", "b3-4", "B3", "cem", noon(TODAY.minusDays(2)), "email"));

        eventually(() -> {
            JsonNode silos = asking.json("/squads/silos/silos");
            assertThat(silos.path("overlap").findValuesAsText("value")).containsExactly("1", "1", "1");
            assertThat(silos.at("/silos/1/silo").asText()).isEqualTo("sales");
            assertThat(silos.at("/silos/1/customers/value").asInt()).isEqualTo(2);
            assertThat(silos.at("/silos/1/lacking").toString())
                    .contains("\"metric\":\"revenue/GBP\",\"unit\":\"GBP\",\"value\":15");
        });
    }

    @Test
    void putsGenerationsOfAPlaybookBesideEachOther() throws Exception {
        publishing.squad(formed("parent", "B4", TODAY.minusDays(40), null));
        publishing.squad(formed("child", "B5", TODAY.minusDays(10), null));
        JsonNode origin = MessageJson.mapper().readTree("""
                {"squadId": "child", "playbookId": "pb", "parentId": "parent", "generation": 1}""");
        publishing.happened(
                new SquadEventRecorded("e-1", "child", 1, "squad.replicated", noon(TODAY.minusDays(10)), origin));
        publishing.happened(new SquadEventRecorded(
                "e-2",
                "child",
                2,
                "cycle.concluded",
                noon(TODAY.minusDays(5)),
                MessageJson.mapper().readTree("""
                        {"plan": {"failureBudget": {"amount": 100, "currency": "GBP"}}, "startedAt": "2026-01-01T00:00:00Z",
                         "endedAt": "2026-01-03T00:00:00Z", "verdict": {"choice": "drop", "lesson": "dear"}}""")));
        publishing.signals(
                order("b4-1", "B4", "c1", noon(TODAY.minusDays(38)), "10.00"),
                order("b5-1", "B5", "c1", noon(TODAY.minusDays(8)), "30.00"));

        eventually(() -> {
            JsonNode squads = asking.json("/comparisons?playbook=pb&days=10&metric=revenue&metric=cycle-time"
                            + "&metric=lessons&metric=failure-budget")
                    .path("squads");
            assertThat(squads.findValuesAsText("squadId")).containsExactly("parent", "child");
            assertThat(squads.at("/0/metrics/0/value").asInt()).isEqualTo(10);
            assertThat(squads.at("/1/metrics").toString())
                    .contains("\"metric\":\"cycle-time\"", "\"value\":172800", "\"metric\":\"failure-budget/GBP\"");
        });
        assertThat(asking.get("/comparisons?days=10").statusCode()).isEqualTo(400);
        assertThat(asking.get("/comparisons?squad=nobody").statusCode()).isEqualTo(404);
    }

    private String csv(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(base + path))
                                    .header("Accept", "text/csv")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static SquadPublished formed(String id, String region, LocalDate day, BigDecimal target) {
        return new SquadPublished(
                id,
                1,
                "squad " + id,
                "piloting",
                new SquadPublished.Mission("geography", "grow", "orders", target, TODAY.plusDays(14)),
                region(region),
                0,
                List.of(),
                start(day).plus(10, ChronoUnit.HOURS),
                start(day));
    }

    private static Instant noon(LocalDate day) {
        return start(day).plus(12, ChronoUnit.HOURS);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
