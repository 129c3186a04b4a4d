package org.customervaluesquads.squadservice.skills.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.customervaluesquads.squadservice.skills.RequiredSkills;
import org.customervaluesquads.squadservice.squads.ValueArea;

/** What is asked of every squad of a value area, in the table {@code required_skills}. */
@Entity
@Table(name = "required_skills")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RequiredSkillsRow {

    @Id
    @Column(name = "value_area")
    @Enumerated(EnumType.STRING)
    ValueArea valueArea;

    long version;

    @Embedded
    RequirementColumns asked;

    void take(RequiredSkills required) {
        version = required.version();
        asked = RequirementColumns.of(required.requirements());
    }

    RequiredSkills required() {
        return new RequiredSkills(valueArea, version, asked.requirements());
    }
}
