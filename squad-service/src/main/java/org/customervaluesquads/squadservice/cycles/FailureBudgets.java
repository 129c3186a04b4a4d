package org.customervaluesquads.squadservice.cycles;

import java.util.Optional;
import java.util.UUID;

/** The budgets of failed cycles that were set. */
public interface FailureBudgets {

    /** The budget of a squad, if one was set. */
    Optional<FailureBudget> find(UUID squadId);

    /** Keeps a budget in place of the one before. */
    void keep(FailureBudget budget);
}
