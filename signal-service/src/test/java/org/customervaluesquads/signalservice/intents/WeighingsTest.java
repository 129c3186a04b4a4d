package org.customervaluesquads.signalservice.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.ModelPublished;
import org.customervaluesquads.contracts.ModelPublished.Choice;
import org.customervaluesquads.contracts.ModelPublished.Learned;
import org.customervaluesquads.contracts.ModelPublished.Quality;
import org.junit.jupiter.api.Test;

class WeighingsTest {

    private final Weighings weighings = new Weighings(SomeSignals.catalogue());

    @Test
    void serveThoseSetByHandUntilSomethingIsLearned() {
        assertThat(serving()).isZero();

        weighings.remember(version(1));

        assertThat(serving()).isEqualTo(1);
    }

    @Test
    void keepAPinnedVersionThoughABetterOneIsLearned() {
        weighings.remember(version(1));
        weighings.remember(chosen(0, true, 1));

        weighings.remember(version(2));

        assertThat(serving()).isZero();
    }

    @Test
    void goBackToAVersionUntilOneIsLearnedThatBeatsIt() {
        weighings.remember(version(1));
        weighings.remember(version(2));
        weighings.remember(chosen(1, false, 2));
        assertThat(serving()).isEqualTo(1);

        weighings.remember(version(3));

        assertThat(serving()).isEqualTo(3);
    }

    @Test
    void serveTheNewestWhenAChoiceIsTakenBack() {
        weighings.remember(version(1));
        ModelPublished choice = chosen(0, true, 1);
        weighings.remember(choice);

        weighings.forgetModel(choice.key());

        assertThat(serving()).isEqualTo(1);
    }

    @Test
    void doNotServeWhatWasLearnedForOtherHalfLives() {
        ModelPublished other = new ModelPublished(
                "purchase", 1, NOON, learned(List.of(Duration.ofHours(1), Duration.ofDays(7))), null);

        weighings.remember(other);

        assertThat(serving()).isZero();
    }

    private int serving() {
        Weighing now = weighings.current();
        return now.weights(now.catalogue().intents().getFirst()).version();
    }

    private static ModelPublished version(int version) {
        return new ModelPublished(
                "purchase", version, NOON, learned(SomeSignals.catalogue().halfLives()), null);
    }

    private static ModelPublished chosen(int version, boolean pinned, int newest) {
        return new ModelPublished("purchase", version, NOON, null, new Choice(pinned, newest));
    }

    private static Learned learned(List<Duration> halfLives) {
        Quality quality = new Quality(60, 6, 0.2, 0.8, 0.01);
        return new Learned(-3, halfLives, Map.of("page.viewed", new double[] {1, 1}), 100, NOON, quality, 0, quality);
    }
}
