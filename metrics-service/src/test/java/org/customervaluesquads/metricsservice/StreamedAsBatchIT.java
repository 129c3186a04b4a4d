package org.customervaluesquads.metricsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customervaluesquads.metricsservice.fixture.Signals.outcome;
import static org.customervaluesquads.metricsservice.fixture.Signals.touch;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.OnTopics;
import org.customervaluesquads.metricsservice.fixture.Signals;
import org.junit.jupiter.api.Test;

/**
 * What a squad is told of facts that came one by one, in any order, is what the bench tells of the same facts posted all
 * at once; {@link ProofIT} shows it for attribution.
 */
@MetricsServiceTest
class StreamedAsBatchIT extends OnTopics {

    private static final Instant START = Instant.parse("2024-06-03T00:00:00Z");
    private static final double SAME = 1e-9;

    private final Random random = new Random(8);
    private final List<SignalRecorded> signals = new ArrayList<>();
    private final StringBuilder table = new StringBuilder();

    @Test
    void valuesCustomersAsTheBenchDoes() throws JsonProcessingException {
        table.append("customer,time,amount\n");
        for (int customer = 0; customer < 60; customer++) {
            for (int day = random.nextInt(60); day < 150; day += 5 + random.nextInt(1 + customer)) {
                String amount = String.valueOf(5 + random.nextInt(40));
                Instant at = START.plus(Duration.ofDays(day));
                order("v" + customer + "-" + day, "SB1", "v" + customer, at, amount, "CHF");
                table.append("v%d,%s,%s\n".formatted(customer, at, amount));
            }
        }
        stream("sb-values", "SB1");

        agree(
                "/squads/sb-values/customer-value?until=2024-11-01&customers=20&currency=CHF",
                "/value",
                "/lab/customer-value?until=2024-11-01&customers=20");
    }

    @Test
    void findsTheImpactThatTheBenchFinds() throws JsonProcessingException {
        table.append("unit,time,outcome,treated\n");
        for (int unit = 0; unit < 22; unit++) {
            for (int week = -15; week < 8; week++) {
                boolean treated = unit == 0 && week >= 0;
                String amount =
                        String.format(Locale.ROOT, "%.2f", 80 + unit + 3 * random.nextGaussian() + (treated ? 20 : 0));
                Instant at = START.plus(Duration.ofDays(7L * week));
                order("m" + unit + "." + week, "SB2-" + unit, "m" + unit, at, amount, "DKK");
                LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
                table.append("SB2-%d,%s,%s,%d\n".formatted(unit, day, amount, treated ? 1 : 0));
            }
        }
        stream("sb-moves", "SB2-0");

        agree("/squads/sb-moves/impact?metric=revenue/DKK&from=2024-06-03&to=2024-07-29", "/impact", "/lab/impact");
    }

    @Test
    void judgesATestAsTheBenchDoes() throws JsonProcessingException {
        publishing.squadEvents(new SquadEventRecorded(
                "sb-e1",
                "sb-tests",
                2,
                "cycle.started",
                START,
                MessageJson.mapper().readTree("""
                {"id": "sb-cycle", "squadId": "sb-tests", "version": 2, "state": "running",
                 "startedAt": "2024-06-03T00:00:00Z", "plan": {"primaryMetric": "revenue/PLN", "guardrails": [],
                 "variants": [{"name": "old", "share": 50}, {"name": "new", "share": 50}]}}""")));
        table.append("variant,value,before\n");
        for (int customer = 0; customer < 240; customer++) {
            String variant = customer % 2 == 0 ? "old" : "new";
            String id = "x" + customer;
            int before = 10 + random.nextInt(30);
            int after = before + random.nextInt(20) + (customer % 2) * 3;
            order(id + "b", "SB3", id, START.minus(Duration.ofDays(3)), String.valueOf(before), "PLN");
            order(id + "a", "SB3", id, START.plus(Duration.ofDays(3)), String.valueOf(after), "PLN");
            signals.add(Signals.with(
                    touch("experiment.exposed", "sb" + id, "SB3", "sb" + id, START, "web"),
                    Map.of("cycleId", new TextNode("sb-cycle"), "variant", new TextNode(variant))));
            table.append("%s,%d,%d\n".formatted(variant, after, before));
        }
        stream("sb-tests", "SB3");

        agree("/cycles/sb-cycle/evidence", "/evidence", "/lab/experiment?control=old");
    }

    private void order(String id, String region, String customer, Instant at, String amount, String currency) {
        signals.add(outcome("order.completed", "sb" + id, region, "sb" + customer, at, amount, currency));
    }

    private void stream(String squad, String region) {
        publishing.squad(squad(squad, 1, region(region)));
        Collections.shuffle(signals, random);
        publishing.signals(signals);
    }

    private void agree(String streamed, String part, String bench) throws JsonProcessingException {
        var posted = asking.post(bench, "text/csv", table.toString());
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(200);
        eventually(
                () -> same(asking.json(streamed).at(part), MessageJson.mapper().readTree(posted.body()), part));
    }

    /** Every field of the bench's answer is in the squad's; texts and names alike, numbers but for their last digits. */
    private static void same(JsonNode streamed, JsonNode batch, String at) {
        switch (batch.getNodeType()) {
            case NUMBER ->
                assertThat(streamed.asDouble())
                        .as(at)
                        .isCloseTo(batch.asDouble(), within(SAME * Math.max(1, Math.abs(batch.asDouble()))));
            case ARRAY -> {
                assertThat(streamed).as(at).hasSameSizeAs(batch);
                for (int i = 0; i < batch.size(); i++) {
                    same(streamed.get(i), batch.get(i), at + "/" + i);
                }
            }
            case OBJECT ->
                batch.properties()
                        .forEach(field ->
                                same(streamed.path(field.getKey()), field.getValue(), at + "/" + field.getKey()));
            default ->
                assertThat(streamed.asText().replaceFirst("^sb", "")).as(at).isEqualTo(batch.asText());
        }
    }
}
