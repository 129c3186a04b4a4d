package org.customervaluesquads.squadservice.people.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.Skill;

/** A skill of a person, in the table {@code person_skill}. */
@Entity
@Table(name = "person_skill")
@IdClass(SkillRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SkillRow {

    @Id
    @Column(name = "person_id")
    UUID personId;

    @Id
    String skill;

    int level;

    /** Its place among the person's skills, as they were told. */
    int place;

    static SkillRow of(UUID personId, Skill skill, int place) {
        SkillRow row = new SkillRow();
        row.personId = personId;
        row.skill = skill.name();
        row.level = skill.level();
        row.place = place;
        return row;
    }

    /** What tells one from another. */
    record Key(UUID personId, String skill) {}
}
