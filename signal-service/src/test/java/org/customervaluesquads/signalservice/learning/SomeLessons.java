package org.customervaluesquads.signalservice.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.customervaluesquads.contracts.LessonSettled;
import org.customervaluesquads.signalservice.intents.Weights;

/** Lessons out of a world whose weights are known, one a minute. */
final class SomeLessons {

    static final List<Duration> HALF_LIVES = List.of(Duration.ofMinutes(30), Duration.ofHours(24));
    static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
    static final Weights TRUTH =
            new Weights(1, -2, Map.of("cart.added", new double[] {1.5, 0.5}, "page.viewed", new double[] {0.2, -0.3}));

    private final Random random;
    private int minutes;

    SomeLessons(long seed) {
        random = new Random(seed);
    }

    /** The next lesson, in which the outcome comes as often as these weights say. */
    LessonSettled next(Weights world) {
        minutes++;
        Map<String, float[]> counts = new HashMap<>();
        for (String feature : List.of("cart.added", "page.viewed", "search.performed")) {
            if (random.nextBoolean()) {
                counts.put(feature, new float[] {random.nextInt(4), random.nextInt(8)});
            }
        }
        boolean outcome = random.nextDouble() < Weights.probability(world.logOdds(counts));
        Instant at = START.plusSeconds(60L * minutes);
        return new LessonSettled("purchase", at, at.plusSeconds(30), outcome, 1, counts);
    }
}
