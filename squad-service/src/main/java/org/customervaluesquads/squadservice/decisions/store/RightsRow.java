package org.customervaluesquads.squadservice.decisions.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The decision rights of a squad, in the table {@code decision_rights}. */
@Entity
@Table(name = "decision_rights")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RightsRow {

    @Id
    @Column(name = "squad_id")
    UUID squadId;

    long version;

    @Column(columnDefinition = "text")
    String rights;
}
