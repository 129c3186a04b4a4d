package org.customervaluesquads.metricsservice.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.metricsservice.answering.Understanding.Answer;
import org.customervaluesquads.metricsservice.answering.Understanding.Parameters;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderstandingTest {

    private static final Instant NOW = Instant.parse("2024-03-05T08:15:00Z");
    private static final Understanding.Limits LIMITS =
            new Understanding.Limits(Duration.ofDays(31), Duration.ofDays(1100), Duration.ofDays(30));

    @Test
    void meansTheLastDaysWhenNothingIsSaid() {
        Answer answer = understand(new Parameters(List.of(), null, null, null, null));

        assertThat(answer)
                .isEqualTo(new Answer.Understood(new MetricsQuestion(
                        List.of(),
                        new Window(
                                Grain.DAY,
                                Instant.parse("2024-02-05T00:00:00Z"),
                                Instant.parse("2024-03-06T00:00:00Z")),
                        Compare.BASELINE)));
    }

    @Test
    void takesDatesAndMoments() {
        Answer answer = understand(
                new Parameters(List.of("revenue/GBP"), "hour", "2024-03-01", "2024-03-01T05:00:00Z", "previous"));

        assertThat(answer)
                .isEqualTo(new Answer.Understood(new MetricsQuestion(
                        List.of("revenue/GBP"),
                        new Window(
                                Grain.HOUR,
                                Instant.parse("2024-03-01T00:00:00Z"),
                                Instant.parse("2024-03-01T05:00:00Z")),
                        Compare.PREVIOUS)));
    }

    @ParameterizedTest
    @CsvSource({
        "revenue, decade, 2024-03-01, 2024-03-02, grain",
        "revenue, day, yesterday, 2024-03-02, from",
        "revenue, day, 2024-03-01, 2024-13-02, to",
        "revenue, day, 2024-03-02, 2024-03-01, from",
        "revenue, hour, 2024-01-01, 2024-03-01, from",
        "revenue, total, 2024-03-01T00:30:00Z, 2024-03-02, from",
        "revenue, total, 0001-03-01, 2024-03-02, from",
        "revenue, day, , -1000000000-01-01T00:00:00Z, to",
        "happiness, day, 2024-03-01, 2024-03-02, metric"
    })
    void namesTheFieldThatIsWrong(String metric, String grain, String from, String to, String field) {
        Answer answer = understand(new Parameters(List.of(metric), grain, from, to, null));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }

    @Test
    void findsAMetricByItsWholeNameAndByTheNameBeforeTheSlash() {
        assertThat(MetricsQuestion.matches(List.of("revenue"), "revenue/GBP")).isTrue();
        assertThat(MetricsQuestion.matches(List.of("revenue/GBP"), "revenue/GBP"))
                .isTrue();
        assertThat(MetricsQuestion.matches(List.of("revenue/EUR"), "revenue/GBP"))
                .isFalse();
    }

    private static Answer understand(Parameters parameters) {
        return Understanding.of(
                parameters, LIMITS, new Understanding.Here(Set.of("revenue", "orders"), Calendar.UTC, NOW));
    }
}
