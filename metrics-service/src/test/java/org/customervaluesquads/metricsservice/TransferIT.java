package org.customervaluesquads.metricsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customervaluesquads.metricsservice.fixture.Signals.outcome;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.OnTopics;
import org.junit.jupiter.api.Test;

/** Families of squads, from the events that tell of them and the outcomes of each to whether an effect carried over. */
@MetricsServiceTest
class TransferIT extends OnTopics {

    private static final Instant NOW = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS);
    private static final int WEEKS = 60;
    private static final int UNITS = 26;
    private static final double USUAL = 100;

    /** By unit, how many weeks ago its squad began; all other units are nobody's. */
    private static final Map<Integer, Integer> BEGAN = Map.of(0, 30, 1, 15, 2, 15, 3, 8);

    @Test
    void tellsThatAnEffectCarriedOverToTheNextGenerations() {
        family("SEK", Map.of(0, 30.0, 1, 28.0, 2, 32.0, 3, 30.0));

        eventually(() -> {
            JsonNode answer = asking.json("/playbooks/pb-SEK/transfer?metric=revenue/SEK");
            assertThat(answer.path("generations").findValuesAsText("squads"))
                    .as(answer.toString())
                    .containsExactly("1", "2", "1");
            assertThat(answer.path("generations").findValuesAsText("generation"))
                    .containsExactly("1", "2", "3");
            for (JsonNode generation : answer.path("generations")) {
                assertThat(generation.path("lift").asDouble()).isCloseTo(0.3, within(0.05));
                assertThat(generation.at("/interval/lower").asDouble()).isBetween(0.15, 0.3);
                assertThat(generation.at("/interval/upper").asDouble()).isBetween(0.3, 0.45);
            }
            assertThat(answer.path("outcome").asText()).isEqualTo("carried-over");
            assertThat(answer.path("untold")).isEmpty();
        });
        assertThat(asking.get("/playbooks/none/transfer").statusCode()).isEqualTo(404);
        assertThat(asking.get("/playbooks/pb-SEK/transfer?unit=planet").statusCode())
                .isEqualTo(400);
    }

    @Test
    void tellsThatAnEffectStayedWithTheFirstGeneration() {
        family("NOK", Map.of(0, 30.0));

        eventually(() -> {
            JsonNode answer = asking.json("/playbooks/pb-NOK/transfer?metric=revenue/NOK");
            assertThat(answer.path("squads")).as(answer.toString()).hasSize(4);
            assertThat(answer.path("outcome").asText()).isEqualTo("not-shown");
            assertThat(answer.at("/generations/0/interval/lower").asDouble()).isPositive();
        });
    }

    /** A squad, two that began from its playbook, and one that began from a playbook of those; each has a region. */
    private void family(String currency, Map<Integer, Double> effects) {
        BEGAN.forEach((unit, weeks) -> publishing.squad(squad(currency, unit, weeks)));
        publishing.squadEvents(
                replicated(currency, 1, "pb-" + currency, 0, 2),
                replicated(currency, 2, "pb-" + currency, 0, 2),
                replicated(currency, 3, "pb2-" + currency, 1, 3));
        Random random = new Random(4);
        List<SignalRecorded> orders = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            for (int week = WEEKS; week > 0; week--) {
                boolean begun = week <= BEGAN.getOrDefault(unit, 0);
                double amount = USUAL
                        + 4 * Math.sin(week)
                        + 2 * random.nextGaussian()
                        + (begun ? effects.getOrDefault(unit, 0.0) : 0);
                String name = name(currency, unit);
                orders.add(outcome(
                        "order.completed",
                        name + "." + week,
                        name,
                        name,
                        ago(week).plus(Duration.ofDays(1)),
                        String.format(Locale.ROOT, "%.2f", amount),
                        currency));
            }
        }
        publishing.signals(orders);
    }

    private static SquadPublished squad(String currency, int unit, int weeksAgo) {
        String name = name(currency, unit);
        return new SquadPublished(
                name,
                1,
                "squad " + name,
                "piloting",
                new SquadPublished.Mission("geography", "grow", "revenue", null, null),
                region(name),
                0,
                List.of(),
                ago(weeksAgo),
                ago(weeksAgo));
    }

    private static SquadEventRecorded replicated(
            String currency, int unit, String playbook, int parent, int generation) {
        JsonNode origin = MessageJson.mapper()
                .valueToTree(Map.of(
                        "squadId",
                        name(currency, unit),
                        "playbookId",
                        playbook,
                        "parentId",
                        name(currency, parent),
                        "generation",
                        generation));
        return new SquadEventRecorded(
                "r-" + name(currency, unit), name(currency, unit), 1, "squad.replicated", ago(BEGAN.get(unit)), origin);
    }

    private static Instant ago(int weeks) {
        return NOW.minus(Duration.ofDays(7L * weeks));
    }

    private static String name(String currency, int unit) {
        return "T" + currency + unit;
    }
}
