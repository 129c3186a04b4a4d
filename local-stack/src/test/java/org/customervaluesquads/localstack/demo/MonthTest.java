package org.customervaluesquads.localstack.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.customervaluesquads.localstack.demo.Month.Happening;
import org.junit.jupiter.api.Test;

class MonthTest {

    private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");
    private static final Month MONTH = Month.endingAt(END, 1);

    @Test
    void isTheSameForTheSameSeedAtTheSameDistanceFromItsEnd() {
        Duration later = Duration.ofHours(30);

        Month same = Month.endingAt(END.plus(later), 1);

        assertThat(same.happenings()).extracting(Happening::id).isEqualTo(ids(MONTH));
        assertThat(same.happenings())
                .extracting(Happening::occurredAt)
                .isEqualTo(MONTH.happenings().stream()
                        .map(one -> one.occurredAt().plus(later))
                        .toList());
    }

    @Test
    void differsForAnotherSeed() {
        assertThat(ids(Month.endingAt(END, 2))).isNotEqualTo(ids(MONTH));
    }

    @Test
    void holdsAsManySignalsAsAMinuteCanTake() {
        assertThat(MONTH.happenings()).hasSizeBetween(10_000, 30_000);
    }

    @Test
    void namesNoSignalTwice() {
        assertThat(ids(MONTH)).doesNotHaveDuplicates();
    }

    @Test
    void staysWithinItsThirtyDaysOldestFirst() {
        assertThat(MONTH.happenings())
                .extracting(Happening::occurredAt)
                .isSorted()
                .allMatch(at -> !at.isBefore(END.minus(Duration.ofDays(Month.DAYS))) && at.isBefore(END));
    }

    @Test
    void comesFromAllFiveSilos() {
        Set<String> sources = MONTH.happenings().stream()
                .map(one -> one.signal().path("source").asText())
                .collect(toSet());

        assertThat(sources)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Source.values()).map(Source::id).toList());
    }

    @Test
    void showsWhoGrowsWhoFadesAndWhoIsUnhappy() {
        assertThat(lateShareOf(Mood.GROWING, "cart.added")).isGreaterThan(0.6);
        assertThat(lateShareOf(Mood.FADING, "feature.used")).isLessThan(0.25);
        assertThat(ofMood(Mood.UNHAPPY, "ticket.opened"))
                .hasSizeGreaterThan(ofMood(Mood.STEADY, "ticket.opened").size());
    }

    private static double lateShareOf(Mood mood, String type) {
        Instant middle = END.minus(Duration.ofDays(Month.DAYS / 2));
        List<Happening> all = ofMood(mood, type);
        return (double) all.stream()
                        .filter(one -> one.occurredAt().isAfter(middle))
                        .count()
                / all.size();
    }

    private static List<Happening> ofMood(Mood mood, String type) {
        Set<String> customers = IntStream.range(0, Shopper.COUNT)
                .mapToObj(Shopper::numbered)
                .collect(groupingBy(Shopper::mood))
                .get(mood)
                .stream()
                .map(Shopper::id)
                .collect(toSet());
        Predicate<Happening> theirs = one ->
                customers.contains(one.signal().path("customer").path("id").asText());
        return MONTH.happenings().stream()
                .filter(one -> one.type().equals(type))
                .filter(theirs)
                .toList();
    }

    private static List<String> ids(Month month) {
        return month.happenings().stream().map(Happening::id).toList();
    }
}
