package org.customervaluesquads.localstack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.customervaluesquads.localstack.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

    @Test
    void makesAnHourAMinuteAtSixtyTimesTheSpeed() {
        assertThat(Speed.parse("60x").due(Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void waitsForNothingAtTheMost() {
        assertThat(Speed.parse("max").due(Duration.ofDays(365))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "x", "0x", "-1x", "1e9x"})
    void refusesWhatIsNoSpeed(String text) {
        assertThatThrownBy(() -> Speed.parse(text)).isInstanceOf(Refusal.class);
    }
}
