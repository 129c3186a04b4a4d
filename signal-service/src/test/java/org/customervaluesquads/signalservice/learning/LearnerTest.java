package org.customervaluesquads.signalservice.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.customervaluesquads.contracts.LessonSettled;
import org.customervaluesquads.contracts.ModelPublished;
import org.customervaluesquads.contracts.ModelPublished.Learned;
import org.customervaluesquads.signalservice.intents.Weights;
import org.junit.jupiter.api.Test;

class LearnerTest {

    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
    private static final Weights NO_IDEA = new Weights(0, 0, Map.of());

    private final Learner learner = new Learner(SomeLessons.HALF_LIVES);
    private final SomeLessons lessons = new SomeLessons(7);

    @Test
    void publishesAVersionThatBeatsTheOneThatServes() {
        ModelPublished first = firstPublished(500, SomeLessons.TRUTH, NO_IDEA);

        Learned learned = Objects.requireNonNull(first.learned());
        assertThat(first.version()).isEqualTo(1);
        assertThat(learned.replaced()).isZero();
        assertThat(learned.quality().logLoss())
                .isLessThan(learned.replacedQuality().logLoss());
        assertThat(learned.quality().lessons())
                .isEqualTo(learned.replacedQuality().lessons());
    }

    @Test
    void doesNotPublishAModelThatGotWorse() {
        Weights upsideDown = new Weights(
                1, 2, Map.of("cart.added", new double[] {-1.5, -0.5}, "page.viewed", new double[] {-0.2, 0.3}));
        for (int i = 0; i < 60; i++) {
            learner.learn(lessons.next(upsideDown), SomeLessons.TRUTH, 1, NOW);
        }

        List<ModelPublished> published = published(60, SomeLessons.TRUTH, SomeLessons.TRUTH);

        assertThat(learner.lessons()).isEqualTo(120);
        assertThat(published).isEmpty();
    }

    @Test
    void replacesTheWeightsOfTheWorldItselfOnlyByWhatDidBetter() {
        List<ModelPublished> published = published(5_000, SomeLessons.TRUTH, SomeLessons.TRUTH);

        assertThat(published)
                .isNotEmpty()
                .allSatisfy(model -> assertThat(Objects.requireNonNull(model.learned())
                                .quality()
                                .logLoss())
                        .isLessThan(Objects.requireNonNull(model.learned())
                                .replacedQuality()
                                .logLoss()));
    }

    @Test
    void facesOnlyLessonsThatBeganAfterTheChallengerWasFrozen() {
        for (int i = 0; i < 50; i++) {
            learner.learn(lessons.next(SomeLessons.TRUTH), NO_IDEA, 0, NOW);
        }
        Challenger challenger = Objects.requireNonNull(learner.challenger);
        LessonSettled begunBefore =
                new LessonSettled("purchase", Instant.ofEpochMilli(challenger.since - 1), NOW, true, 1, Map.of());

        learner.learn(begunBefore, NO_IDEA, 0, NOW);

        assertThat(challenger.own.lessons()).isZero();
    }

    @Test
    void startsAnewWithItsChallengerWhenAnotherVersionServes() {
        for (int i = 0; i < 60; i++) {
            learner.learn(lessons.next(SomeLessons.TRUTH), NO_IDEA, 0, NOW);
        }

        learner.learn(lessons.next(SomeLessons.TRUTH), SomeLessons.TRUTH, 1, NOW);

        assertThat(Objects.requireNonNull(learner.challenger).against).isEqualTo(1);
        assertThat(learner.challenger.own.lessons()).isZero();
    }

    @Test
    void learnsOnAfterBeingStored() {
        LearnerCodec codec = new LearnerCodec(SomeLessons.HALF_LIVES);
        for (int i = 0; i < 75; i++) {
            learner.learn(lessons.next(SomeLessons.TRUTH), NO_IDEA, 0, NOW);
        }

        Learner read = codec.read(codec.write(learner));

        LessonSettled next = lessons.next(SomeLessons.TRUTH);
        assertThat(read.probability(next.counts())).isCloseTo(learner.probability(next.counts()), within(1e-6));
        assertThat(Objects.requireNonNull(read.challenger).own.lessons())
                .isEqualTo(Objects.requireNonNull(learner.challenger).own.lessons());
        assertThat(codec.write(read)).hasSameSizeAs(codec.write(learner));
    }

    private ModelPublished firstPublished(int count, Weights world, Weights serving) {
        return published(count, world, serving).getFirst();
    }

    /** What is published while those that serve stay the same. */
    private List<ModelPublished> published(int count, Weights world, Weights serving) {
        List<ModelPublished> published = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ModelPublished better = learner.learn(lessons.next(world), serving, serving.version(), NOW);
            if (better != null) {
                published.add(better);
            }
        }
        return published;
    }
}
