package org.customervaluesquads.signalservice.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;
import static org.customervaluesquads.signalservice.intents.SomeSignals.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LessonLotsTest {

    private final LessonLots lots = new LessonLots();

    @Test
    void takeEveryScoreOfASourceThatTellsOfLittle() {
        int drawn = draw(NOON, 100_000, LessonLots.AN_HOUR);

        assertThat(drawn).isEqualTo(100_000);
    }

    @Test
    void takeAboutAsManyScoresOfEachHourOfAFlood() {
        draw(NOON, 50_000, 50_000);

        int drawn = draw(NOON.plus(Duration.ofHours(1)), 150_000, 50_000);

        assertThat(drawn).isBetween(3 * LessonLots.AN_HOUR * 4 / 5, 3 * LessonLots.AN_HOUR * 6 / 5);
    }

    @Test
    void takeAllScoresOfACustomerInAnHourOrNone() {
        draw(NOON, 5_000, 5_000);
        Instant later = NOON.plus(Duration.ofHours(1));
        Set<Boolean> first = new HashSet<>();
        Set<Boolean> second = new HashSet<>();

        for (int i = 0; i < 30; i++) {
            first.add(lots.draw("one", signal("a" + i, "page.viewed", later)));
            second.add(lots.draw("other", signal("b" + i, "page.viewed", later)));
        }

        assertThat(first).hasSize(1);
        assertThat(second).hasSize(1);
    }

    /** So many signals from a moment on, each of a customer of its own. */
    private int draw(Instant from, int signals, int perHour) {
        int drawn = 0;
        for (int i = 0; i < signals; i++) {
            Instant when = from.plusMillis(Duration.ofHours(1).toMillis() * i / perHour);
            drawn += lots.draw("c-" + i, signal("s-" + i, "page.viewed", when)) ? 1 : 0;
        }
        return drawn;
    }
}
