package org.customervaluesquads.squadservice.people;

import java.util.UUID;

/**
 * A person as a squad shows its people.
 *
 * @param department the home department
 */
public record Colleague(UUID id, String name, String department, CostRates costRates) {

    /** What a squad shows of a person. */
    public static Colleague of(Person person) {
        return new Colleague(
                person.id(), person.profile().name(), person.profile().department(), person.costRates());
    }
}
