package org.customervaluesquads.squadservice.squads.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Squad;

/** Shows squads with the names of their people, whom it looks up all at once. */
@ApplicationScoped
class SquadViews {

    private final People people;
    private final Clock clock;

    SquadViews(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    SquadView of(Squad squad) {
        return of(List.of(squad)).getFirst();
    }

    List<SquadView> of(List<Squad> squads) {
        return of(squads, LocalDate.now(clock));
    }

    /** Shows them as they are to be seen on a day. */
    List<SquadView> of(List<Squad> squads, LocalDate today) {
        Map<UUID, Person> known = people.named(squads.stream()
                .map(squad -> squad.members(today))
                .flatMap(Collection::stream)
                .map(Membership::personId)
                .collect(Collectors.toSet()));
        return squads.stream().map(squad -> SquadView.of(squad, known, today)).toList();
    }
}
