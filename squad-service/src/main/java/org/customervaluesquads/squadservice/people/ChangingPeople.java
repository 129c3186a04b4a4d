package org.customervaluesquads.squadservice.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.customervaluesquads.contracts.Money;

/** Corrects what is known of people; a changed cost rate holds from today on. */
@ApplicationScoped
public class ChangingPeople {

    private final People people;
    private final CostChanges costChanges;
    private final Clock clock;

    ChangingPeople(People people, CostChanges costChanges, Clock clock) {
        this.people = people;
        this.costChanges = costChanges;
        this.clock = clock;
    }

    /** Changes a person, if it is still the expected version where one is expected. */
    @Transactional
    public PersonOutcome change(UUID id, OptionalLong expected, Profile profile, Money costRate) {
        Optional<Person> held = people.hold(id);
        if (held.isEmpty()) {
            return new PersonOutcome.Nobody();
        }
        Person person = held.get();
        if (expected.isPresent() && expected.getAsLong() != person.version()) {
            return new PersonOutcome.Outdated(person.version());
        }
        LocalDate today = LocalDate.now(clock);
        Person changed = person.changed(profile, costRate, today);
        if (changed.version() != person.version()) {
            people.replace(changed);
        }
        if (!changed.costRates().equals(person.costRates())) {
            costChanges.costRateChanged(id, today);
        }
        return new PersonOutcome.Done(changed);
    }
}
