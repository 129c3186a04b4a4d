package org.customervaluesquads.metricsservice.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransferTest {

    @Test
    void seesAnEffectThatCarriesOver() {
        Transfer transfer = Transfer.of(List.of(
                effect("a", 0, .2, .04), effect("b", 1, .15, .05), effect("c", 1, .19, .05), effect("d", 2, .1, .06)));

        assertThat(transfer.outcome()).isEqualTo(Transfer.Outcome.CARRIED_OVER);
        assertThat(transfer.generations())
                .extracting(Transfer.Generation::squads)
                .containsExactly(1, 2, 1);
        assertThat(transfer.generations().get(1).lift()).isCloseTo(.17, within(1e-9));
        assertThat(transfer.sentence()).startsWith("The effect carried over: generation 0 (1 squads) +20.0 %");
    }

    @Test
    void claimsNothingWhereLaterSquadsShowNothing() {
        Transfer transfer = Transfer.of(List.of(effect("a", 0, .2, .04), effect("b", 1, .03, .05)));

        assertThat(transfer.outcome()).isEqualTo(Transfer.Outcome.NOT_SHOWN);
    }

    @Test
    void seesAnEffectThatTurnsIntoItsOpposite() {
        Transfer transfer = Transfer.of(List.of(effect("a", 0, .2, .04), effect("b", 1, -.2, .05)));

        assertThat(transfer.outcome()).isEqualTo(Transfer.Outcome.REVERSED);
    }

    @Test
    void widensTheIntervalWhereSquadsDifferByMoreThanChance() {
        Transfer alike = Transfer.of(List.of(effect("a", 1, .2, .02), effect("b", 1, .2, .02)));
        Transfer apart = Transfer.of(List.of(effect("a", 1, .0, .02), effect("b", 1, .4, .02)));

        assertThat(alike.generations().getFirst().spread()).isZero();
        assertThat(apart.generations().getFirst().spread()).isGreaterThan(.2);
        assertThat(apart.generations().getFirst().interval().upper())
                .isGreaterThan(alike.generations().getFirst().interval().upper());
    }

    @Test
    void hasNothingToLookAtWithoutALaterGeneration() {
        assertThat(Transfer.of(List.of(effect("a", 0, .2, .04))).outcome())
                .isEqualTo(Transfer.Outcome.NOTHING_TO_CARRY);
        assertThat(Transfer.of(List.of()).generations()).isEmpty();
    }

    private static Transfer.Effect effect(String squad, int generation, double lift, double error) {
        return new Transfer.Effect(squad, generation, lift, error);
    }
}
