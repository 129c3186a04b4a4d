package org.customervaluesquads.signalservice.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecayedCountsTest {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void halvesACountAfterEachHalfLife() {
        DecayedCounts counts = new DecayedCounts(List.of(HALF_HOUR, DAY));
        counts.see(List.of("page.viewed"), NOON);

        double[] anHourLater = countsOf("page.viewed", counts.asOf(NOON.plus(Duration.ofHours(1))));

        assertThat(anHourLater[0]).isCloseTo(0.25, within(1e-12));
        assertThat(anHourLater[1]).isCloseTo(Math.pow(2, -1.0 / 24), within(1e-12));
    }

    @Test
    void letsALateSightingEnterWithItsOwnDecay() {
        DecayedCounts counts = new DecayedCounts(List.of(HALF_HOUR));
        counts.see(List.of("page.viewed"), NOON);

        counts.see(List.of("page.viewed"), NOON.minus(HALF_HOUR));

        assertThat(countsOf("page.viewed", counts)[0]).isCloseTo(1.5, within(1e-12));
        assertThat(counts.at()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesTheSameCountsInWhateverOrder(long seed) {
        Random random = new Random(seed);
        List<Instant> times = random.longs(200, 0, Duration.ofDays(3).toMillis())
                .mapToObj(NOON::plusMillis)
                .sorted()
                .toList();
        List<Instant> shuffled = new ArrayList<>(times);
        Collections.shuffle(shuffled, random);

        DecayedCounts inOrder = seeing(times);
        DecayedCounts inDisorder = seeing(shuffled);

        assertThat(inDisorder.at()).isEqualTo(inOrder.at());
        assertThat(countsOf("page.viewed", inDisorder))
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(countsOf("page.viewed", inOrder));
    }

    @Test
    void givesTheFaintestFeatureUpForANewOne() {
        DecayedCounts counts = new DecayedCounts(List.of(DAY));
        counts.see(List.of("the-oldest"), NOON.minus(Duration.ofDays(1)));
        for (int i = 1; i < DecayedCounts.FEATURES_MAX; i++) {
            counts.see(List.of("feature-" + i), NOON);
        }

        counts.see(List.of("the-newest"), NOON);

        assertThat(counts.size()).isEqualTo(DecayedCounts.FEATURES_MAX);
        assertThat(counts.of("the-oldest")).isNull();
        assertThat(counts.of("the-newest")).isNotNull();
    }

    @Test
    void forgetsWhatHasDecayedToNothing() {
        DecayedCounts counts = new DecayedCounts(List.of(HALF_HOUR));
        counts.see(List.of("page.viewed"), NOON);

        counts.see(List.of("cart.added"), NOON.plus(Duration.ofDays(2)));

        assertThat(counts.of("page.viewed")).isNull();
        assertThat(counts.size()).isEqualTo(1);
    }

    @Test
    void keepsTheOthersInTheirOrderWhenOneIsForgotten() {
        DecayedCounts counts = new DecayedCounts(List.of(HALF_HOUR));
        counts.see(List.of("page.viewed", "cart.added", "call.held"), NOON);
        counts.see(List.of("call.held", "page.viewed"), NOON.plus(Duration.ofHours(12)));

        counts.see(List.of("chat.message"), NOON.plus(Duration.ofHours(16)));

        assertThat(featuresOf(counts)).containsExactly("page.viewed", "call.held", "chat.message");
        assertThat(countsOf("page.viewed", counts)[0]).isCloseTo(Math.pow(2, -8), within(1e-9));
        assertThat(countsOf("call.held", counts)[0]).isCloseTo(Math.pow(2, -8), within(1e-9));
        assertThat(countsOf("chat.message", counts)[0]).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sumsWhatItsDefinitionSays(long seed) {
        Random random = new Random(seed);
        DecayedCounts counts = new DecayedCounts(List.of(HALF_HOUR, DAY));
        Map<String, List<Instant>> seen = new LinkedHashMap<>();
        for (int i = 0; i < 500; i++) {
            String feature = "feature-" + random.nextInt(50);
            Instant when = NOON.plusMillis(random.nextLong(DAY.toMillis()));
            seen.computeIfAbsent(feature, unseen -> new ArrayList<>()).add(when);
            counts.see(List.of(feature), when);
        }

        DecayedCounts later = counts.asOf(NOON.plus(DAY));

        assertThat(featuresOf(later)).containsExactlyElementsOf(seen.keySet());
        seen.forEach((feature, times) -> assertThat(countsOf(feature, later))
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(sum(times, HALF_HOUR), sum(times, DAY)));
    }

    private static double sum(List<Instant> times, Duration halfLife) {
        return times.stream()
                .mapToDouble(time ->
                        Math.pow(2, -Duration.between(time, NOON.plus(DAY)).toMillis() / (double) halfLife.toMillis()))
                .sum();
    }

    private static List<String> featuresOf(DecayedCounts counts) {
        return IntStream.range(0, counts.size()).mapToObj(counts.all()::feature).toList();
    }

    private static DecayedCounts seeing(List<Instant> times) {
        DecayedCounts counts = new DecayedCounts(List.of(HALF_HOUR, DAY));
        times.forEach(time -> counts.see(List.of("page.viewed"), time));
        return counts;
    }

    private static double[] countsOf(String feature, DecayedCounts counts) {
        return Objects.requireNonNull(counts.of(feature));
    }
}
