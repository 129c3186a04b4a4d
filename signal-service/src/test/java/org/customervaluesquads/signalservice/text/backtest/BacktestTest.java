package org.customervaluesquads.signalservice.text.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.signalservice.text.Invented;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private final Backtest backtest = new Backtest(Invented::embed, Runnable::run, () -> 0, "oos");

    @Test
    void triesWhatItLearntOnOtherTexts() {
        List<Labelled> toTry = List.of(
                new Labelled("refund please", "refund"),
                new Labelled("praise to you", "praise"),
                new Labelled("weather report", "oos"),
                new Labelled("weather again", "never-learnt"));

        Backtest.Report report = backtest.run(toLearn(), toTry);

        assertThat(report.learntFrom()).isEqualTo(24);
        assertThat(report.learntNone()).isEqualTo(12);
        assertThat(report.labels()).isEqualTo(2);
        assertThat(report.neverLearnt()).containsExactly("never-learnt");
        assertThat(report.tested().accuracy()).isEqualTo(1);
        assertThat(report.tested().outOfScope()).isEqualTo(2);
        assertThat(report.tested().outOfScopeRecall()).isEqualTo(1);
    }

    @Test
    void refusesToLearnFromOneLabel() {
        assertThatThrownBy(() -> backtest.run(List.of(new Labelled("a", "x"), new Labelled("b", "oos")), toLearn()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("two labels");
    }

    private static List<Labelled> toLearn() {
        List<Labelled> texts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            texts.add(new Labelled("refund number " + i, "refund"));
            texts.add(new Labelled("praise number " + i, "praise"));
            texts.add(new Labelled("weather number " + i, "oos"));
        }
        return texts;
    }
}
