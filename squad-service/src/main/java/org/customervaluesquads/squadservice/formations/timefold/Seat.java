package org.customervaluesquads.squadservice.formations.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import org.customervaluesquads.squadservice.formations.Candidate;
import org.jspecify.annotations.Nullable;

/** A place in a team, taken by a candidate or empty. */
@PlanningEntity
public class Seat {

    @PlanningId
    private int number;

    @PlanningVariable(allowsUnassigned = true)
    @Nullable
    private Candidate taken;

    /** For the solver, which makes copies. */
    public Seat() {}

    Seat(int number) {
        this.number = number;
    }

    /** Which place it is. */
    public int getNumber() {
        return number;
    }

    /** Who takes it. */
    public @Nullable Candidate getTaken() {
        return taken;
    }

    /** Gives it to somebody, or empties it. */
    public void setTaken(@Nullable Candidate taken) {
        this.taken = taken;
    }
}
