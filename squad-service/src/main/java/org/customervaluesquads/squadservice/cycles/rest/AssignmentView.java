package org.customervaluesquads.squadservice.cycles.rest;

import java.util.UUID;
import org.customervaluesquads.squadservice.cycles.Assignment;
import org.customervaluesquads.squadservice.cycles.Cycle;
import org.customervaluesquads.squadservice.cycles.CycleState;

/** Which variant a customer meets, as it is shown. */
record AssignmentView(UUID cycleId, CycleState state, String customerId, String variant, int share, int bucket) {

    static AssignmentView of(Cycle cycle, String customerId) {
        Assignment assignment = cycle.assign(customerId);
        return new AssignmentView(
                cycle.id(),
                cycle.state(),
                customerId,
                assignment.variant().name(),
                assignment.variant().share(),
                assignment.bucket());
    }
}
