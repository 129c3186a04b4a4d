package org.customervaluesquads.signalservice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaximumEntropyTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 10})
    void findsTheOptimumThatCanBeWorkedOut(double trust) {
        List<SparseVector> vectors = List.of(at(0, 1), at(0, -1));

        LinearHead head = MaximumEntropy.learn(vectors, new int[] {0, 1}, 1, 2, trust);

        // where both weights are w and -w, the gradient is zero if w = 2 * trust * (1 - p) with p = 1 / (1 + exp(-2w))
        double weight = head.weight(0, 0);
        double share = 1 / (1 + Math.exp(-2 * weight));
        assertThat(weight).isCloseTo(2 * trust * (1 - share), within(0.05 * trust));
        assertThat(head.weight(0, 1)).isCloseTo((float) -weight, within(1e-5f));
    }

    @Test
    void tellsApartWhatCanBeToldApart() {
        Random random = new Random(3);
        int[] classOf = IntStream.range(0, 90).map(i -> i % 3).toArray();
        List<SparseVector> vectors = IntStream.of(classOf)
                .mapToObj(own -> new SparseVector(new int[] {own, 3}, new float[] {1, random.nextFloat()}))
                .toList();

        LinearHead head = MaximumEntropy.learn(vectors, classOf, 4, 3, 10);

        assertThat(IntStream.range(0, 90).allMatch(i -> new Trial(head.scores(vectors.get(i)), classOf[i]).isRight()))
                .isTrue();
    }

    @Test
    void staysUndecidedWhereExamplesContradictEachOther() {
        List<SparseVector> vectors = List.of(at(0, 1), at(0, 1), at(0, 1), at(0, 1));

        LinearHead head = MaximumEntropy.learn(vectors, new int[] {0, 0, 0, 1}, 1, 2, 10);

        assertThat(Softmax.of(head.scores(at(0, 1)), 1)[0]).isCloseTo(0.75, within(0.03));
    }

    private static SparseVector at(int place, float value) {
        return new SparseVector(new int[] {place}, new float[] {value});
    }
}
