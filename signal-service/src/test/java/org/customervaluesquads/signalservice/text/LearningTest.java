package org.customervaluesquads.signalservice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LearningTest {

    @Test
    void tellsLabelsApartAndSaysNoneOfThese() {
        List<Example> examples = new ArrayList<>(Invented.examples(12, "refund", "delivery", "praise"));
        examples.addAll(Invented.beginningWith("weather", 12, null));

        Learning.Learnt learnt = Learning.from(examples, Runnable::run);

        Classifier classifier = learnt.classifier();
        assertThat(classifier.guess(sentence("refund please")).label()).isEqualTo("refund");
        assertThat(classifier.guess(sentence("delivery is late")).label()).isEqualTo("delivery");
        assertThat(classifier.guess(sentence("weather is fine")).label()).isNull();
        assertThat(learnt.quality().accuracy()).isEqualTo(1);
        assertThat(learnt.quality().outOfScope()).isEqualTo(12);
    }

    @Test
    void makesTheSameOfTheSameExamplesInHoweverManyThreads() {
        List<Example> examples = Invented.examples(10, "refund", "delivery", "praise");
        Sentence tried = sentence("parcel and refund");

        Guess alone = Learning.from(examples, Runnable::run).classifier().guess(tried);

        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            assertThat(Learning.from(examples, threads).classifier().guess(tried))
                    .isEqualTo(alone);
        }
    }

    @Test
    void takesALabelOfWhichThereIsOneExample() {
        List<Example> examples = new ArrayList<>(Invented.examples(9, "refund", "delivery"));
        examples.addAll(Invented.examples(1, "praise"));

        Classifier classifier = Learning.from(examples, Runnable::run).classifier();

        assertThat(classifier.labels()).containsExactly("delivery", "praise", "refund");
        assertThat(classifier.guess(sentence("praise for you")).best()).isEqualTo("praise");
    }

    @Test
    void takesOneExampleOfEachLabel() {
        Classifier classifier = Learning.from(Invented.examples(1, "refund", "delivery"), Runnable::run)
                .classifier();

        assertThat(classifier.guess(sentence("refund please")).label()).isEqualTo("refund");
    }

    @Test
    void refusesExamplesOfOneLabel() {
        assertThatThrownBy(() -> Learning.from(Invented.examples(9, "refund"), Runnable::run))
                .hasMessageContaining("two labels");
    }

    private static Sentence sentence(String text) {
        return Invented.embed(List.of(text)).getFirst();
    }
}
