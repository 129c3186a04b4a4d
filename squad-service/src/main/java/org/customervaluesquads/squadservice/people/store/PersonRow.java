package org.customervaluesquads.squadservice.people.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.CostRates;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.people.Profile;
import org.customervaluesquads.squadservice.people.Skill;
import org.jspecify.annotations.Nullable;

/** A person without skills and cost rates, in the table {@code person}. */
@Entity
@Table(name = "person")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PersonRow {

    @Id
    UUID id;

    long version;
    String name;
    String department;

    @Column(name = "functional_lead")
    @Nullable
    String functionalLead;

    @Nullable
    String region;

    void take(Person person) {
        id = person.id();
        version = person.version();
        name = person.profile().name();
        department = person.profile().department();
        functionalLead = person.profile().functionalLead();
        region = person.profile().region();
    }

    Person person(List<Skill> skills, CostRates costRates) {
        return new Person(id, version, new Profile(name, department, functionalLead, region, skills), costRates);
    }
}
