package org.customervaluesquads.signalservice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.customervaluesquads.signalservice.text.Quality.Seen;
import org.junit.jupiter.api.Test;

class QualityTest {

    @Test
    void isWorkedOutByHand() {
        Quality quality = Quality.of(List.of(
                new Seen("a", "a"),
                new Seen("a", "b"),
                new Seen("b", "b"),
                new Seen("b", null),
                new Seen(null, null),
                new Seen(null, "a")));

        // a: one of two borne, two given; b: one of two borne, two given
        assertThat(quality.accuracy()).isEqualTo(0.5);
        assertThat(quality.macroF1()).isCloseTo(0.5, within(1e-12));
        assertThat(quality.outOfScopeRecall()).isEqualTo(0.5);
        assertThat(quality.texts()).isEqualTo(4);
        assertThat(quality.outOfScope()).isEqualTo(2);
    }

    @Test
    void countsALabelThatIsNeverGivenAsNothing() {
        Quality quality = Quality.of(List.of(new Seen("a", "a"), new Seen("a", "a"), new Seen("b", "a")));

        assertThat(quality.macroF1()).isCloseTo(0.4, within(1e-12));
        assertThat(quality.outOfScopeRecall()).isNull();
    }
}
