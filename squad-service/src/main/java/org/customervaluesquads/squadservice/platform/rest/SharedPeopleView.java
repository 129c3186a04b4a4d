package org.customervaluesquads.squadservice.platform.rest;

import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.platform.SharedPeople;
import org.customervaluesquads.squadservice.platform.SharedPeople.NamedSquad;

/** Two squads that share people, as they are shown. */
record SharedPeopleView(List<SquadNameView> squads, List<PersonNameView> people) {

    static SharedPeopleView of(SharedPeople shared) {
        return new SharedPeopleView(
                List.of(SquadNameView.of(shared.one()), SquadNameView.of(shared.other())),
                shared.people().entrySet().stream()
                        .map(person -> new PersonNameView(person.getKey(), person.getValue()))
                        .toList());
    }

    /** A squad by its name. */
    record SquadNameView(UUID id, String name) {

        static SquadNameView of(NamedSquad squad) {
            return new SquadNameView(squad.id(), squad.name());
        }
    }

    /** A person by their name. */
    record PersonNameView(UUID personId, String name) {}
}
