package org.customervaluesquads.squadservice.formations.timefold;

import ai.timefold.solver.core.api.score.buildin.bendable.BendableScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import org.customervaluesquads.squadservice.formations.Fit;

/** The fit of a team as the solver compares it: the same order as {@link Fit}'s own. */
public class SeatingScore implements EasyScoreCalculator<Seating, BendableScore> {

    @Override
    public BendableScore calculateScore(Seating seating) {
        return of(seating.yardstick().measure(seating.team()));
    }

    static BendableScore of(Fit fit) {
        return BendableScore.of(
                new int[] {-fit.faults()},
                new int[] {-fit.missing(), -fit.levelsShort(), fit.departments(), -fit.size()});
    }
}
