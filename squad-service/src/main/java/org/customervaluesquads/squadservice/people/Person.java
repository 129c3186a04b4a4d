package org.customervaluesquads.squadservice.people;

import java.time.LocalDate;
import java.util.UUID;
import org.customervaluesquads.contracts.Money;

/**
 * Somebody who can be in squads.
 *
 * @param version rises by one with each change
 */
public record Person(UUID id, long version, Profile profile, CostRates costRates) {

    /** The person with another profile, and with another cost rate from today on. */
    public Person changed(Profile other, Money costRate, LocalDate today) {
        CostRates rates = costRates.changedTo(costRate, today);
        return other.equals(profile) && rates.equals(costRates) ? this : new Person(id, version + 1, other, rates);
    }
}
