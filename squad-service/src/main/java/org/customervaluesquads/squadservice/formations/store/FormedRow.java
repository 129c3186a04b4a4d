package org.customervaluesquads.squadservice.formations.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** That a squad was formed of a proposal, in the table {@code formation_squad}. */
@Entity
@Table(name = "formation_squad")
@IdClass(FormedRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class FormedRow {

    @Id
    @Column(name = "formation_id")
    UUID formationId;

    @Id
    int proposal;

    @Column(name = "squad_id")
    UUID squadId;

    /** What tells one from another. */
    record Key(UUID formationId, int proposal) {}
}
