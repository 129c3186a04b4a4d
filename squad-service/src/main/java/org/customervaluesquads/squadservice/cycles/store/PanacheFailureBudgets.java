package org.customervaluesquads.squadservice.cycles.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.customervaluesquads.squadservice.cycles.FailureBudget;
import org.customervaluesquads.squadservice.cycles.FailureBudgets;

/** Budgets of failed cycles in PostgreSQL. */
@ApplicationScoped
class PanacheFailureBudgets implements FailureBudgets, PanacheRepositoryBase<FailureBudgetRow, UUID> {

    @Override
    public Optional<FailureBudget> find(UUID squadId) {
        return findByIdOptional(squadId)
                .map(row -> new FailureBudget(row.squadId, row.version, row.mostFailed, row.days));
    }

    @Override
    public void keep(FailureBudget budget) {
        Optional<FailureBudgetRow> known = findByIdOptional(budget.squadId());
        FailureBudgetRow row = known.orElseGet(FailureBudgetRow::new);
        row.squadId = budget.squadId();
        row.version = budget.version();
        row.mostFailed = budget.mostFailed();
        row.days = budget.days();
        if (known.isEmpty()) {
            persist(row);
        }
    }
}
