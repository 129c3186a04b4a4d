package org.customervaluesquads.metricsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customervaluesquads.metricsservice.fixture.Signals.order;
import static org.customervaluesquads.metricsservice.fixture.Signals.touch;
import static org.customervaluesquads.metricsservice.fixture.Signals.with;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.metricsservice.attribution.Attribution;
import org.customervaluesquads.metricsservice.attribution.Journey;
import org.customervaluesquads.metricsservice.attribution.Model;
import org.customervaluesquads.metricsservice.attribution.Path;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.OnTopics;
import org.junit.jupiter.api.Test;

/** Facts in, proof out: each test has a region of its own. */
@MetricsServiceTest
class ProofIT extends OnTopics {

    private static final Instant START = Instant.parse("2024-06-03T00:00:00Z");

    @Test
    void attributesStreamedFactsAsTheyAreAttributedAllAtOnce() {
        Random random = new Random(5);
        List<SignalRecorded> signals = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        for (int customer = 0; customer < 40; customer++) {
            List<Journey.Touch> touches = new ArrayList<>();
            List<Journey.Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Instant at = START.plus(Duration.ofHours(i * 50L + random.nextInt(40)));
                String channel = List.of("web", "email", "call").get(random.nextInt(3));
                signals.add(touch("page.viewed", "a" + customer + "-" + i, "A1", "a" + customer, at, channel));
                touches.add(new Journey.Touch(at, channel));
            }
            if (random.nextBoolean()) {
                Instant at = START.plus(Duration.ofDays(9));
                signals.add(order("ao" + customer, "A1", "a" + customer, at, "10.00"));
                outcomes.add(new Journey.Outcome(at, 10));
            }
            paths.addAll(new Journey(touches, outcomes)
                    .paths(new Journey.Cut(Duration.ofDays(30), 200, Instant.parse("2024-12-01T00:00:00Z"))));
        }
        Collections.shuffle(signals, random);
        publishing.squad(squad("attributes", 1, region("A1")));

        publishing.signals(signals);

        for (Model model : Model.values()) {
            Attribution batch = Attribution.of(model, paths, 7);
            eventually(() -> {
                JsonNode streamed = asking.json(
                                "/squads/attributes/attribution?from=2024-06-01&to=2024-12-01&model=" + model.word())
                        .path("attribution");
                assertThat(streamed.path("outcomes").asDouble()).isEqualTo(batch.outcomes());
                assertThat(streamed.path("without").asDouble()).isEqualTo(batch.without());
                batch.credits()
                        .forEach(credit -> assertThat(credit(streamed, credit.player()))
                                .as("%s by %s", credit.player(), model)
                                .isCloseTo(credit.value(), within(1e-9)));
            });
        }
    }

    @Test
    void followsJoinsErasuresAndTouchesOfTheSquad() {
        publishing.squad(squad("follows", 1, region("A2")));
        SignalRecorded byTheSquad = touch("squad.touch", "b2", "A2", "ben", START.plusSeconds(7200), "call");
        publishing.signals(
                touch("page.viewed", "b1", "A2", null, START, "web"),
                with(byTheSquad, Map.of("squadId", new TextNode("follows"))),
                order("b3", "A2", "ben", START.plus(Duration.ofDays(1)), "8.00"));
        String path = "/squads/follows/attribution?from=2024-06-01&to=2024-12-01&model=linear";
        eventually(() -> assertThat(credit(asking.json(path).path("attribution"), "squad:follows"))
                .isEqualTo(8));

        publishing.joined("anonymous:visitor", "ben");

        eventually(() ->
                assertThat(credit(asking.json(path).path("attribution"), "web")).isEqualTo(4));
        assertThat(asking.get("/squads/nobody/attribution").statusCode()).isEqualTo(404);
        assertThat(asking.get("/squads/follows/attribution?model=best").statusCode())
                .isEqualTo(400);
        publishing.parted("anonymous:visitor");
        eventually(() -> assertThat(credit(asking.json(path).path("attribution"), "squad:follows"))
                .isEqualTo(8));
        publishing.erasing(new ErasureRecorded(
                "erasure-b", "digest", ErasureRecorded.METRICS, ErasureRecorded.ASKED, START, null, null, "ben"));
        eventually(() -> assertThat(asking.json(path).at("/attribution/credits").size())
                .as("of the visitor alone, who is nobody's")
                .isEqualTo(1));
    }

    @Test
    void expectsWhatCustomersAreStillGoingToBuy() {
        publishing.squad(squad("values", 1, region("A3")));
        List<SignalRecorded> orders = new ArrayList<>();
        for (int customer = 0; customer < 50; customer++) {
            for (int day = customer % 9; day < 150; day += 9 + 4 * (customer % 12)) {
                orders.add(order(
                        "v" + customer + "-" + day,
                        "A3",
                        "v" + customer,
                        START.plus(Duration.ofDays(day)),
                        "1" + customer % 4 + ".50"));
            }
        }
        publishing.signals(orders);

        eventually(() -> {
            JsonNode answer = asking.json("/squads/values/customer-value?until=2024-11-01&customers=3&currency=GBP");
            assertThat(answer.at("/value/customers").asInt())
                    .as(answer.toString())
                    .isEqualTo(50);
            assertThat(answer.at("/value/totals/0/purchases").asDouble()).isPositive();
            assertThat(answer.at("/value/totals/1/worth").asDouble()).isPositive();
            assertThat(answer.at("/value/calibration/curves").size()).isGreaterThan(10);
            assertThat(answer.at("/atTheBeginning/state").asText()).isEqualTo("refused");
        });
    }

    @Test
    void tellsWhetherASquadMovedItsOutcome() {
        publishing.squad(squad("moves", 1, region("M0")));
        List<SignalRecorded> orders = new ArrayList<>();
        Random random = new Random(9);
        for (int unit = 0; unit < 24; unit++) {
            for (int week = -16; week < 8; week++) {
                double amount =
                        100 + unit + 5 * Math.sin(week) + 2 * random.nextGaussian() + (unit == 0 && week >= 0 ? 30 : 0);
                Instant at = START.plus(Duration.ofDays(7L * week + 1));
                orders.add(order("m" + unit + "." + week, "M" + unit, "m" + unit, at, String.format("%.2f", amount)));
            }
        }
        publishing.signals(orders);

        eventually(() -> {
            JsonNode answer = asking.json("/squads/moves/impact?metric=revenue/GBP&from=2024-06-03&to=2024-07-29");
            JsonNode estimate = answer.at("/impact/estimate");
            assertThat(estimate.path("effect").asDouble()).as(answer.toString()).isCloseTo(30, within(4.0));
            assertThat(estimate.at("/interval/lower").asDouble()).isPositive();
            assertThat(answer.at("/impact/sentence").asText()).contains("really moved");
        });
        assertThat(asking.json("/squads/moves/impact?metric=revenue/GBP&from=2024-06-03&to=2024-06-04&unit=account")
                        .at("/impact/state")
                        .asText())
                .isEqualTo("refused");
        assertThat(asking.get("/squads/moves/impact?metric=average-order").statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsAndPublishesWhatACycleHasShown() throws Exception {
        publishing.squad(squad("tests", 1, region("A5")));
        publishing.squadEvents(new SquadEventRecorded(
                "e1", "tests", 2, "cycle.started", START, MessageJson.mapper().readTree("""
                {"id": "6f1c", "squadId": "tests", "version": 2, "state": "running", "startedAt": "2024-06-03T00:00:00Z",
                 "plan": {"primaryMetric": "orders", "variants": [{"name": "old", "share": 50}, {"name": "new", "share": 50}],
                          "guardrails": [{"metric": "cancellations", "side": "at-most", "bound": 3}]}}""")));
        List<SignalRecorded> signals = new ArrayList<>();
        for (int customer = 0; customer < 300; customer++) {
            String variant = customer % 2 == 0 ? "old" : "new";
            signals.add(exposed("x" + customer, "t" + customer, START, variant));
            if (customer % 10 < (variant.equals("new") ? 8 : 2)) {
                signals.add(order("to" + customer, "A5", "t" + customer, START.plus(Duration.ofDays(2)), "5.00"));
            }
        }
        signals.add(exposed("x-again", "t0", START.plus(Duration.ofDays(3)), "new"));
        Collections.shuffle(signals, new Random(2));
        publishing.signals(signals);

        eventually(() -> {
            JsonNode answer = asking.json("/cycles/6f1c/evidence");
            assertThat(answer.path("setAside").asLong()).as(answer.toString()).isEqualTo(1);
            assertThat(answer.at("/evidence/variants/0/customers").asInt()).isEqualTo(149);
            assertThat(answer.at("/evidence/variants/1/customers").asInt()).isEqualTo(150);
            assertThat(answer.at("/evidence/advice").asText()).isEqualTo("stop-for-effect");
            assertThat(answer.at("/evidence/comparisons/0/difference/atEveryLook/interval/lower")
                            .asDouble())
                    .isPositive();
        });
        eventually(() -> assertThat(publishing.newest(org.customervaluesquads.contracts.Topics.CYCLE_EVIDENCE, "6f1c"))
                .hasValueSatisfying(stated -> {
                    assertThat(stated.advice()).isEqualTo("stop-for-effect");
                    assertThat(stated.variants()).extracting("customers").containsExactly(149L, 150L);
                    assertThat(stated.revision()).isPositive();
                }));
        assertThat(asking.get("/cycles/none/evidence").statusCode()).isEqualTo(404);
    }

    @Test
    void answersAtTheBenchAndNamesWhatIsWrong() {
        String paths = "path,conversions,value,nulls\nC1 > C2 > C3,1,1000,0\nC1,0,0,1\nC2 > C3,0,0,1\n";

        var answer = asking.post("/lab/attribution?model=markov", "text/csv", paths);
        var refused = asking.post("/lab/attribution?model=markov", "text/csv", paths + "C4,x,0,0\n");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"removalEffect\":0.5");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.body()).contains("row 4, conversions");
    }

    private static double credit(JsonNode attribution, String player) {
        for (JsonNode credit : attribution.path("credits")) {
            if (credit.get("player").asText().equals(player)) {
                return credit.get("value").asDouble();
            }
        }
        return 0;
    }

    private static SignalRecorded exposed(String id, String customer, Instant at, String variant) {
        SignalRecorded shown = touch("experiment.exposed", id, "A5", customer, at, "web");
        return with(
                shown, Map.of("cycleId", new TextNode("6f1c"), "variant", JsonNodeFactory.instance.textNode(variant)));
    }
}
