package org.customervaluesquads.signalservice.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.backtest.Backtest.NothingToLearn;
import org.customervaluesquads.signalservice.backtest.Question.Misunderstood;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final Instant START = Instant.parse("2023-01-02T00:00:00Z");

    private final IntentCatalogue catalogue = Catalogues.intents();

    private record Line(Instant when, String json) {}

    @Test
    void learnsWhatForetellsTheOutcome() throws IOException {
        Report report = backtest(history(3, 0.7, 0.03));

        assertThat(Objects.requireNonNull(report.learned().auc())).isGreaterThan(0.75);
        assertThat(report.learned().logLoss()).isLessThan(report.baseRateLogLoss());
        assertThat(report.learned().calibrationError()).isLessThan(0.08);
        assertThat(report.served().logLoss())
                .isLessThan(Objects.requireNonNull(report.setByHand()).logLoss());
        assertThat(report.versions()).isNotEmpty();
    }

    @Test
    void findsNothingWhereNothingForetellsTheOutcome() throws IOException {
        Report report = backtest(history(4, 0.2, 0.2));

        assertThat(Objects.requireNonNull(report.learned().auc())).isBetween(0.4, 0.6);
    }

    /** If anything of the future were known, a score would be better the longer the horizon that it must wait for. */
    @Test
    void scoresBeforeItIsKnownWhatCame() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            lines.add(line("a-" + i, "c-" + i, "cart.added", START.plusSeconds(i)));
            lines.add(line("o-" + i, "c-" + i, "order.completed", START.plusSeconds(1_000 + i)));
        }

        Report report = backtest(lines);

        assertThat(report.rows()).isEqualTo(50);
        assertThat(report.positives()).isEqualTo(50);
        assertThat(report.learned().reliability())
                .singleElement()
                .satisfies(step -> assertThat(step.foreseen()).isEqualTo(0.5));
    }

    @Test
    void countsWhatRepeatsOnceAndSaysWhatWasRefused() throws IOException {
        List<String> lines = new ArrayList<>(history(5, 0.7, 0.03));
        lines.add(1, lines.getFirst());
        lines.add("{\"id\": \"x\", \"type\": \"un.known\", \"occurredAt\": \"2024-01-01T00:00:00Z\"}");
        lines.add("no json");

        Report report = backtest(lines);

        assertThat(report.input().duplicates()).isEqualTo(1);
        assertThat(report.input().refused()).isEqualTo(2);
        assertThat(report.input().reasons())
                .anySatisfy(reason -> assertThat(reason).contains("un.known"));
    }

    @Test
    void saysWhichTypesThereAreWhenTheOutcomeIsNone() {
        List<String> lines = List.of(line("1", "ann", "page.viewed", START));

        assertThatThrownBy(() -> backtest(lines))
                .isInstanceOf(NothingToLearn.class)
                .hasMessageContaining("order.completed")
                .hasMessageContaining("page.viewed");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> Question.read(new String[] {"--outcome", "x", "--horizon", "soon"}, catalogue))
                .isInstanceOf(Misunderstood.class)
                .hasMessageContaining("soon");
        assertThatThrownBy(() -> Question.read(new String[] {"--outcome", "x", "--intent", "fly"}, catalogue))
                .isInstanceOf(Misunderstood.class)
                .hasMessageContaining("purchase");
        assertThat(Question.read(new String[] {"--outcome", "ticket.opened", "--horizon", "14d"}, catalogue)
                        .horizon())
                .isEqualTo(Duration.ofDays(14));
    }

    private Report backtest(List<String> lines) throws IOException {
        Question question = Question.read(new String[] {"--outcome", "order.completed", "--horizon", "24h"}, catalogue);
        return Backtest.report(question, catalogue, new BufferedReader(new StringReader(String.join("\n", lines))));
    }

    /** Customers of whom each third fills a cart, and then orders with another chance than those who do not. */
    private static List<String> history(long seed, double withACart, double without) {
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            Instant came = START.plus(Duration.ofMinutes(40L * i));
            boolean fills = random.nextInt(3) == 0;
            String customer = "c-" + i;
            String type = fills ? "cart.added" : "page.viewed";
            lines.add(new Line(came, line("a-" + i, customer, type, came)));
            if (random.nextDouble() < (fills ? withACart : without)) {
                Instant later = came.plus(Duration.ofMinutes(1 + random.nextInt(600)));
                lines.add(new Line(later, line("o-" + i, customer, "order.completed", later)));
            }
        }
        lines.sort(Comparator.comparing(Line::when));
        return lines.stream().map(Line::json).toList();
    }

    private static String line(String id, String customer, String type, Instant when) {
        return """
                {"id": "%s", "type": "%s", "occurredAt": "%s", "customer": {"id": "%s"}}""".formatted(id, type, when, customer);
    }
}
