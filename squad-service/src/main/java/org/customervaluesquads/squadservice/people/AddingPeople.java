package org.customervaluesquads.squadservice.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.customervaluesquads.contracts.Money;

/** Makes people known. */
@ApplicationScoped
public class AddingPeople {

    private final People people;

    AddingPeople(People people) {
        this.people = people;
    }

    /** Makes a person known under this id. */
    @Transactional
    public Person add(UUID id, Profile profile, Money costRate) {
        Person person = new Person(id, 1, profile, CostRates.always(costRate));
        people.add(person);
        return person;
    }
}
