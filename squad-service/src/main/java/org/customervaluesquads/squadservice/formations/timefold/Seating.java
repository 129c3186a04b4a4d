package org.customervaluesquads.squadservice.formations.timefold;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.bendable.BendableScore;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.customervaluesquads.squadservice.formations.Candidate;
import org.customervaluesquads.squadservice.formations.Yardstick;
import org.jspecify.annotations.Nullable;

/** A team being searched: seats, who could take them, and the yardstick of all teams. */
@PlanningSolution
@SuppressWarnings("NullAway.Init") // the solver fills the fields of its copies
public class Seating {

    static final int HARD_LEVELS = 1;
    static final int SOFT_LEVELS = 4;

    @ProblemFactProperty
    private Yardstick yardstick;

    @ProblemFactCollectionProperty
    @ValueRangeProvider
    private List<Candidate> candidates;

    @PlanningEntityCollectionProperty
    private List<Seat> seats;

    @PlanningScore(bendableHardLevelsSize = HARD_LEVELS, bendableSoftLevelsSize = SOFT_LEVELS)
    @Nullable
    private BendableScore score;

    /** For the solver, which makes copies. */
    public Seating() {}

    Seating(Yardstick yardstick, List<Candidate> candidates) {
        this.yardstick = yardstick;
        this.candidates = candidates;
        this.seats = IntStream.range(0, yardstick.brief().largest())
                .mapToObj(Seat::new)
                .toList();
    }

    /** Who could sit. */
    public List<Candidate> candidates() {
        return candidates;
    }

    /** How well it fits; absent before it was measured. */
    public @Nullable BendableScore score() {
        return score;
    }

    /** By what it is measured. */
    public Yardstick yardstick() {
        return yardstick;
    }

    /** Those who sit. */
    public List<Candidate> team() {
        return seats.stream().map(Seat::getTaken).filter(Objects::nonNull).toList();
    }
}
