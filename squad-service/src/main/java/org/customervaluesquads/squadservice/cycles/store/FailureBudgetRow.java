package org.customervaluesquads.squadservice.cycles.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A budget of failed cycles that was set, in the table {@code failure_budget}. */
@Entity
@Table(name = "failure_budget")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class FailureBudgetRow {

    @Id
    @Column(name = "squad_id")
    UUID squadId;

    long version;

    @Column(name = "most_failed")
    int mostFailed;

    int days;
}
