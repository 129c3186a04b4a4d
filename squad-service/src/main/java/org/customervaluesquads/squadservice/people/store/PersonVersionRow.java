package org.customervaluesquads.squadservice.people.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.customervaluesquads.squadservice.history.store.StoredJson;
import org.customervaluesquads.squadservice.people.CostRates;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.people.Profile;

/** A person as they were known from a moment on, in the table {@code person_version}; never changed or taken away. */
@Entity
@Table(name = "person_version")
@IdClass(PersonVersionRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PersonVersionRow {

    @Id
    @Column(name = "person_id")
    UUID personId;

    @Id
    long version;

    @Column(name = "known_at")
    Instant knownAt;

    @Column(columnDefinition = "text")
    String profile;

    @Column(name = "cost_rates", columnDefinition = "text")
    String costRates;

    static PersonVersionRow of(Person person, Instant knownAt) {
        PersonVersionRow row = new PersonVersionRow();
        row.personId = person.id();
        row.version = person.version();
        row.knownAt = knownAt;
        row.profile = StoredJson.write(person.profile());
        row.costRates = StoredJson.write(person.costRates());
        return row;
    }

    Person person() {
        return new Person(
                personId,
                version,
                StoredJson.read(profile, Profile.class),
                StoredJson.read(costRates, CostRates.class));
    }

    /** What tells one from another. */
    record Key(UUID personId, long version) {}
}
