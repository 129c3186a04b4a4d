package org.customervaluesquads.signalservice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void makesConfidenceAsHighAsTheShareThatIsRight() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            trials.add(new Trial(new float[] {8, 0}, i < 80 ? 0 : 1));
        }

        Calibration calibration = Calibration.of(trials);

        assertThat(Softmax.of(new float[] {8, 0}, calibration.temperature())[0]).isCloseTo(0.8, within(0.001));
    }

    @Test
    void partsTheKnownFromTheUnknown() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            trials.add(new Trial(new float[] {5 + i, 0}, 0));
            trials.add(new Trial(new float[] {-5 - i, -6 - i}, -1));
        }

        Calibration calibration = Calibration.of(trials);

        assertThat(calibration.threshold()).isEqualTo(Softmax.energy(new float[] {5, 0}));
    }

    @Test
    void wouldRatherTakeSomeUnknownForKnownThanLoseManyKnown() {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            trials.add(new Trial(new float[] {i / 10f, -9}, 0));
        }
        trials.add(new Trial(new float[] {5, -9}, -1));
        trials.add(new Trial(new float[] {-5, -9}, -1));

        Calibration calibration = Calibration.of(trials);

        assertThat(calibration.threshold()).isLessThan(1);
    }

    @Test
    void losesNoRightOneIfNothingUnknownWasShown() {
        List<Trial> trials = List.of(
                new Trial(new float[] {1, 0}, 0), new Trial(new float[] {-3, -4}, 1), new Trial(new float[] {4, 0}, 0));

        Calibration calibration = Calibration.of(trials);

        assertThat(calibration.threshold()).isEqualTo(Softmax.energy(new float[] {1, 0}));
    }
}
