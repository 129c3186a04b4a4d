package org.customervaluesquads.signalservice.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Intent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeighingTest {

    private final IntentCatalogue catalogue = Catalogues.intents();
    private final Weighing weighing = new Weighing(catalogue);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void seesAtAGlanceWhatTheScoresSay(long seed) {
        DecayedCounts counts = someCounts(new Random(seed));

        Glances glances = weighing.glance(counts);

        for (int i = 0; i < catalogue.intents().size(); i++) {
            Intent intent = catalogue.intents().get(i);
            Score score = Score.of(Weights.setByHand(intent), counts);
            assertThat(glances.probability(i)).as(intent.name()).isCloseTo(score.probability(), within(1e-12));
            assertThat(glances.surge(i)).as(intent.name()).isCloseTo(score.surge(), within(1e-9));
        }
    }

    private DecayedCounts someCounts(Random random) {
        List<String> features = new ArrayList<>(catalogue.features());
        features.sort(null);
        features.add("of.no.intent");
        DecayedCounts counts = new DecayedCounts(catalogue.halfLives());
        for (int i = 0; i < 200; i++) {
            String feature = features.get(random.nextInt(features.size()));
            counts.see(
                    List.of(feature),
                    NOON.plusSeconds(random.nextLong(Duration.ofDays(1).toSeconds())));
        }
        return counts;
    }
}
