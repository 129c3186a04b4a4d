package org.customervaluesquads.signalservice.text.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.customervaluesquads.signalservice.text.Invented;
import org.customervaluesquads.signalservice.text.Quality;
import org.customervaluesquads.signalservice.text.Sentence;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private final List<Labelled> texts = IntStream.range(0, 11)
            .mapToObj(i -> new Labelled("text " + i, "label"))
            .toList();

    @Test
    void holdOutEachTextOnceAndLearnFromAllOthers() {
        List<Folds.Fold> folds = Folds.of(texts, 3);

        assertThat(folds).hasSize(3).allSatisfy(fold -> {
            List<Labelled> both = new ArrayList<>(fold.toLearn());
            both.addAll(fold.toTry());
            assertThat(both).containsExactlyInAnyOrderElementsOf(texts);
        });
        assertThat(folds.stream().flatMap(fold -> fold.toTry().stream())).containsExactlyInAnyOrderElementsOf(texts);
    }

    @Test
    void tellTheShareOfAllTextsAndNotTheMeanOfShares() {
        Folds together = Folds.together(List.of(new Quality(3, 1, 0.8, 0, null), new Quality(1, 0, 0.4, 0, null)));

        assertThat(together.accuracy()).isCloseTo(0.75, within(1e-12));
        assertThat(together.macroF1()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void areRefusedWhereThereIsNothingToHoldOut() {
        assertThatThrownBy(() -> Folds.of(texts, 1)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> Folds.of(texts, 12)).isInstanceOf(Unreadable.class);
    }

    @Test
    void embedEachTextOnce() {
        List<String> asked = new ArrayList<>();
        Remembered embeddings = new Remembered(some -> {
            asked.addAll(some);
            return Invented.embed(some);
        });

        List<Sentence> first = embeddings.of(List.of("a", "b", "a"));
        List<Sentence> second = embeddings.of(List.of("b", "c"));

        assertThat(asked).containsExactly("a", "b", "c");
        assertThat(first.get(0)).isSameAs(first.get(2));
        assertThat(second.getFirst()).isSameAs(first.get(1));
    }
}
