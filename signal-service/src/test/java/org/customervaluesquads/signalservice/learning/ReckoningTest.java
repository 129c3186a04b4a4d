package org.customervaluesquads.signalservice.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReckoningTest {

    private record Row(double probability, boolean outcome) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesWhatCountingPairsAndRanksGives(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        Reckoning reckoning = new Reckoning(Reckoning.FINE);
        for (int i = 0; i < 400; i++) {
            double probability = random.nextDouble();
            boolean outcome = random.nextDouble() < probability / 2;
            rows.add(new Row(probability, outcome));
            reckoning.add(probability, outcome, 1);
        }

        assertThat(reckoning.auc()).isCloseTo(shareOfOrderedPairs(rows), within(1e-3));
        assertThat(reckoning.averagePrecision()).isCloseTo(precisionAtEachOutcome(rows), within(1e-2));
        assertThat(reckoning.logLoss())
                .isCloseTo(
                        rows.stream()
                                .mapToDouble(
                                        row -> -Math.log(row.outcome() ? row.probability() : 1 - row.probability()))
                                .average()
                                .orElseThrow(),
                        within(1e-12));
    }

    @Test
    void takesTheErrorOfCalibrationOverTenSteps() {
        Reckoning reckoning = new Reckoning(Reckoning.COARSE);
        for (int i = 0; i < 10; i++) {
            reckoning.add(0.25, i < 5, 1);
            reckoning.add(0.95, true, 1);
        }

        assertThat(reckoning.calibrationError()).isCloseTo((0.25 + 0.05) / 2, within(1e-12));
        assertThat(reckoning.reliability()).extracting(Reckoning.Step::came).containsExactly(0.5, 1.0);
    }

    @Test
    void isNoNumberWhereNoOutcomeCame() {
        Reckoning reckoning = new Reckoning(Reckoning.COARSE);
        reckoning.add(0.3, false, 1);

        assertThat(reckoning.auc()).isNaN();
        assertThat(reckoning.quality().auc()).isNull();
    }

    private static double shareOfOrderedPairs(List<Row> rows) {
        double ordered = 0;
        double pairs = 0;
        for (Row positive : rows) {
            for (Row negative : rows) {
                if (positive.outcome() && !negative.outcome()) {
                    pairs++;
                    ordered += positive.probability() > negative.probability() ? 1 : 0;
                }
            }
        }
        return ordered / pairs;
    }

    private static double precisionAtEachOutcome(List<Row> rows) {
        List<Row> best = new ArrayList<>(rows);
        best.sort(Comparator.comparingDouble(Row::probability).reversed());
        double found = 0;
        double sum = 0;
        for (int i = 0; i < best.size(); i++) {
            if (best.get(i).outcome()) {
                found++;
                sum += found / (i + 1);
            }
        }
        return sum / found;
    }
}
