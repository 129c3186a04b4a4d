package org.customervaluesquads.squadservice.squads.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customervaluesquads.squadservice.people.Colleague;
import org.customervaluesquads.squadservice.people.PastPeople;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Squad;

/** Shows squads with the names of their people, whom it looks up all at once. */
@ApplicationScoped
class SquadViews {

    private final People people;
    private final PastPeople pastPeople;
    private final Clock clock;

    SquadViews(People people, PastPeople pastPeople, Clock clock) {
        this.people = people;
        this.pastPeople = pastPeople;
        this.clock = clock;
    }

    SquadView of(Squad squad) {
        return of(List.of(squad)).getFirst();
    }

    List<SquadView> of(List<Squad> squads) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, Colleague> known = people.colleagues(
                squads.stream().flatMap(squad -> peopleOf(squad, today)).collect(Collectors.toSet()));
        return squads.stream().map(squad -> SquadView.of(squad, known, today)).toList();
    }

    /** Shows a squad as it was at a moment, with its people as they were known then. */
    SquadView was(Squad squad, Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        Set<UUID> members = peopleOf(squad, day).collect(Collectors.toSet());
        // The clocks of two instances may differ, so that somebody joined a moment before they were known.
        Map<UUID, Colleague> known = new HashMap<>(people.colleagues(members));
        pastPeople.asOf(moment, members).forEach((id, person) -> known.put(id, Colleague.of(person)));
        return SquadView.of(squad, known, day);
    }

    private static Stream<UUID> peopleOf(Squad squad, LocalDate day) {
        return squad.members(day).stream().map(Membership::personId);
    }
}
