package org.customervaluesquads.squadservice.skills.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** In what a squad differs from the central team, in the table {@code squad_skills}. */
@Entity
@Table(name = "squad_skills")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SquadSkillsRow {

    @Id
    @Column(name = "squad_id")
    UUID squadId;

    @Embedded
    RequirementColumns asked;
}
