package org.customervaluesquads.signalservice.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GramsTest {

    @Test
    void areEachWordAndEachPairOfNeighbours() {
        assertThat(Grams.words("Not good!")).containsExactly("not", "^ not", "good", "not good", "!", "good !", "! $");
    }

    @Test
    void areThePartsOfEachWordWithItsEdges() {
        assertThat(Grams.parts("ok")).containsExactly(" o", "ok", "k ", " ok", "ok ", " ok ");
    }

    @Test
    void areTheSameHoweverItIsWritten() {
        assertThat(Grams.words("ﬁne ÜBER")).isEqualTo(Grams.words("FINE über"));
    }

    @Test
    void areThereInEveryScript() {
        assertThat(Grams.words("где мой заказ 42")).contains("где", "заказ", "42");
    }
}
