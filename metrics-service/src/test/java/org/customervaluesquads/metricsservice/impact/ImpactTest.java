package org.customervaluesquads.metricsservice.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImpactTest {

    private static final int UNITS = 24;
    private static final int PERIODS = 20;
    private static final int BEFORE = 14;

    @ParameterizedTest
    @EnumSource(Method.class)
    void changesInProportionWithTheOutcomesUnit(Method method) {
        Panel panel = panel(3, 1, 0);

        double inHundredths = Counterfactual.of(method, changed(panel, (unit, period, value) -> 100 * value))
                .effect();

        assertThat(inHundredths)
                .isCloseTo(100 * Counterfactual.of(method, panel).effect(), within(1e-6));
    }

    @Test
    void changesNothingWhenAUnitOrAPeriodIsShifted() {
        Panel panel = panel(3, 1, 0);
        Method method = Method.SYNTHETIC_DIFFERENCE_IN_DIFFERENCES;

        double noise = Counterfactual.noise(panel);
        Panel changed = changed(panel, (unit, period, value) -> value + 50 * unit + 7 * period * period);

        double shifted = Counterfactual.of(method, changed, noise).effect();

        assertThat(shifted).isCloseTo(Counterfactual.of(method, panel, noise).effect(), within(1e-3));
    }

    @Test
    void findsAnEffectThatIsThere() {
        Impact impact = Impact.of(panel(3, 1, 8), 1);

        assertThat(impact).isInstanceOfSatisfying(Impact.Found.class, found -> {
            assertThat(found.main().effect()).isCloseTo(8, within(1.5));
            assertThat(found.main().interval().holds(8)).isTrue();
            assertThat(found.main().isReal()).isTrue();
            assertThat(found.sentence()).contains("higher").contains("really moved");
        });
    }

    @Test
    void findsNothingWhereNothingWasDoneInNearlyAllDraws() {
        long real = IntStream.range(0, 20)
                .filter(draw -> ((Impact.Found) Impact.of(panel(100 + draw, 2, 0), draw))
                        .main()
                        .isReal())
                .count();

        assertThat(real).isLessThanOrEqualTo(3);
    }

    @Test
    void refusesToJudgeByTooFewUnits() {
        Panel panel = panel(3, 1, 0);
        Panel few = panel.taking(List.of(0, 1, 2, 3, 4, UNITS - 1), List.of(UNITS - 1));

        assertThat(Impact.of(few, 1))
                .isInstanceOfSatisfying(
                        Impact.Refused.class,
                        refused -> assertThat(refused.reason()).contains("5 untreated units"));
    }

    @Test
    void refusesToJudgeByTooShortAPast() {
        Panel panel = panel(3, 1, 0);
        Panel young = new Panel(panel.units(), panel.periods(), panel.outcomes(), panel.untreated(), 3);

        assertThat(Impact.of(young, 1))
                .isInstanceOfSatisfying(
                        Impact.Refused.class,
                        refused -> assertThat(refused.reason()).contains("3 periods before"));
    }

    @Test
    void findsNothingWhereNothingEverHappened() {
        Panel empty = changed(panel(3, 1, 0), (unit, period, value) -> 0);

        assertThat(Impact.of(empty, 1)).isInstanceOfSatisfying(Impact.Found.class, found -> {
            assertThat(found.main().effect()).isZero();
            assertThat(found.main().isReal()).isFalse();
            assertThat(found.sentence()).contains("no impact is shown");
        });
    }

    private interface Change {
        double of(int unit, int period, double value);
    }

    private static Panel changed(Panel panel, Change change) {
        double[][] outcomes = new double[UNITS][PERIODS];
        for (int unit = 0; unit < UNITS; unit++) {
            for (int period = 0; period < PERIODS; period++) {
                outcomes[unit][period] = change.of(unit, period, panel.outcomes()[unit][period]);
            }
        }
        return new Panel(panel.units(), panel.periods(), outcomes, panel.untreated(), panel.before());
    }

    /** Units that follow two common courses, each with its own share of them, level and noise. */
    private static Panel panel(long seed, int treated, double effect) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] course = IntStream.range(0, PERIODS)
                .mapToDouble(period -> 3 * random.nextGaussian())
                .toArray();
        double[][] outcomes = new double[UNITS][PERIODS];
        for (int unit = 0; unit < UNITS; unit++) {
            double share = random.nextDouble();
            double level = 100 + 10 * random.nextGaussian();
            for (int period = 0; period < PERIODS; period++) {
                boolean moved = unit >= UNITS - treated && period >= BEFORE;
                outcomes[unit][period] = level
                        + share * course[period]
                        + (1 - share) * period
                        + random.nextGaussian()
                        + (moved ? effect : 0);
            }
        }
        return new Panel(names("unit", UNITS), names("period", PERIODS), outcomes, UNITS - treated, BEFORE);
    }

    private static List<String> names(String what, int many) {
        return Arrays.asList(
                IntStream.range(0, many).mapToObj(place -> what + place).toArray(String[]::new));
    }
}
