package org.customervaluesquads.signalservice.intents;

import static org.assertj.core.api.Assertions.assertThat;

import org.customervaluesquads.signalservice.intents.Stage.Thresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    private static final Thresholds THRESHOLDS = new Thresholds(0.2, 0.5, 8, 0.2, 0.1);

    @ParameterizedTest(name = "{0} at {1} with surge {2} becomes {3}")
    @CsvSource({
        "NONE,     0.19, 1, NONE",
        "NONE,     0.20, 1, EMERGING",
        "EMERGING, 0.17, 1, EMERGING",
        "EMERGING, 0.15, 1, NONE",
        "EMERGING, 0.49, 1, EMERGING",
        "EMERGING, 0.50, 1, ACTIVE",
        "NONE,     0.50, 8, SURGING",
        "SURGING,  0.50, 7, SURGING",
        "SURGING,  0.50, 6, ACTIVE",
        "ACTIVE,   0.41, 1, ACTIVE",
        "ACTIVE,   0.39, 1, FADING",
        "FADING,   0.49, 1, FADING",
        "FADING,   0.50, 1, ACTIVE",
        "FADING,   0.15, 1, NONE",
    })
    void followsFromScoreAndSurgeWithHysteresis(Stage before, double score, double surge, Stage after) {
        Stage next = before.next(score, surge, THRESHOLDS);

        assertThat(next).isEqualTo(after);
    }

    @Test
    void keepsItsCodeInStoredStates() {
        for (Stage stage : Stage.values()) {
            assertThat(Stage.of(stage.code())).isEqualTo(stage);
        }
    }
}
