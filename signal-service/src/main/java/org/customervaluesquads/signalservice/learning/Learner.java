package org.customervaluesquads.signalservice.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.contracts.LessonSettled;
import org.customervaluesquads.contracts.ModelPublished;
import org.customervaluesquads.contracts.ModelPublished.Learned;
import org.customervaluesquads.signalservice.intents.Weights;
import org.jspecify.annotations.Nullable;

/**
 * What was learned of one intent, and whether it is good enough to serve.
 *
 * <p>It learns from every lesson. From time to time its weights are frozen as a challenger, which faces those that serve on
 * lessons that begin later; if it is better it becomes the next version, if not the next challenger is frozen.
 */
public final class Learner {

    /** What was learned from fewer is not put forward. */
    private static final int LESSONS_MIN = 50;

    final Regression regression;
    final List<Duration> halfLives;

    @Nullable
    Challenger challenger;

    int version;

    /** Nothing is learned yet. */
    public Learner(List<Duration> halfLives) {
        this(halfLives, new Regression(halfLives.size()), null, 0);
    }

    Learner(List<Duration> halfLives, Regression regression, @Nullable Challenger challenger, int version) {
        this.halfLives = halfLives;
        this.regression = regression;
        this.challenger = challenger;
        this.version = version;
    }

    /** The probability that the lessons so far give to counts. */
    public double probability(Map<String, float[]> counts) {
        return Weights.probability(regression.logOdds(counts));
    }

    /** How many lessons it has learned from. */
    public long lessons() {
        return regression.lessons;
    }

    /**
     * Learns from a lesson; returns the version that beats the one that serves, if there is one now.
     *
     * @param serving the weights that serve
     * @param newest the newest version that is known
     * @param now the clock
     */
    public @Nullable ModelPublished learn(LessonSettled lesson, Weights serving, int newest, Instant now) {
        double weight = weightOf(lesson);
        ModelPublished published = null;
        if (challenger != null) {
            published = switch (challenger.face(lesson, serving, weight)) {
                case OPEN -> null;
                case NO_BETTER -> drop();
                case BETTER -> publish(lesson, challenger, newest, now);
            };
        }
        regression.learn(lesson.counts(), lesson.outcome(), weight);
        if (challenger == null && regression.lessons >= LESSONS_MIN) {
            int against = published == null ? serving.version() : published.version();
            challenger = new Challenger(
                    regression.weights(0), against, lesson.settledAt().toEpochMilli());
        }
        return published;
    }

    /** The scores for which a lesson stands are much alike, so they count for less than as many lessons. */
    private static double weightOf(LessonSettled lesson) {
        return Math.sqrt(lesson.scores());
    }

    private @Nullable ModelPublished drop() {
        challenger = null;
        return null;
    }

    private ModelPublished publish(LessonSettled lesson, Challenger better, int newest, Instant now) {
        version = Math.max(version, newest) + 1;
        challenger = null;
        return new ModelPublished(
                lesson.intent(),
                version,
                now,
                new Learned(
                        better.weights.bias(),
                        halfLives,
                        better.weights.byFeature(),
                        regression.lessons,
                        lesson.settledAt(),
                        better.own.quality(),
                        better.against,
                        better.others.quality()),
                null);
    }
}
