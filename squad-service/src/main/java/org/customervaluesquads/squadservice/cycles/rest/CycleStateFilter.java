package org.customervaluesquads.squadservice.cycles.rest;

import java.util.Arrays;
import org.customervaluesquads.squadservice.cycles.CycleState;
import org.customervaluesquads.squadservice.problems.Problem;
import org.jspecify.annotations.Nullable;

/** The one state of which cycles are wanted. */
record CycleStateFilter(CycleState state) {

    /** Reads the parameter; called by the framework. */
    public static CycleStateFilter fromString(String parameter) {
        return Arrays.stream(CycleState.values())
                .filter(state -> state.toString().equals(parameter))
                .findFirst()
                .map(CycleStateFilter::new)
                .orElseThrow(() -> Problem.of(400, "A parameter is not what it must be.")
                        .with("state", "must be one of " + Arrays.toString(CycleState.values()))
                        .asException());
    }

    static @Nullable CycleState stateOf(@Nullable CycleStateFilter filter) {
        return filter == null ? null : filter.state();
    }
}
