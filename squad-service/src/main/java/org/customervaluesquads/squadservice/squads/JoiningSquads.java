package org.customervaluesquads.squadservice.squads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.squads.Change.Changed;

/** Has people join squads, changes how they are in them, and has them leave. */
@ApplicationScoped
public class JoiningSquads {

    private final People people;
    private final Squads squads;
    private final ChangingSquads changingSquads;
    private final Clock clock;

    JoiningSquads(People people, Squads squads, ChangingSquads changingSquads, Clock clock) {
        this.people = people;
        this.squads = squads;
        this.changingSquads = changingSquads;
        this.clock = clock;
    }

    /**
     * Has a person in a squad as wished, unless that gives them more work than there is time on any day. The person is
     * held meanwhile: whoever would allocate the same person waits, and then sees what was allocated here.
     */
    @Transactional
    public SquadOutcome join(UUID squadId, OptionalLong expected, Wish wish) {
        if (people.hold(wish.personId()).isEmpty()) {
            return new SquadOutcome.NoSuchPerson();
        }
        LocalDate today = LocalDate.now(clock);
        return changingSquads.change(
                squadId, expected, squad -> withinTheirTime(wish.personId(), squad.join(wish, today, clock.instant())));
    }

    /** Has a person leave a squad today. */
    @Transactional
    public SquadOutcome leave(UUID squadId, OptionalLong expected, UUID personId) {
        return changingSquads.change(
                squadId, expected, squad -> squad.leave(personId, LocalDate.now(clock), clock.instant()));
    }

    private Change withinTheirTime(UUID personId, Change joining) {
        if (!(joining instanceof Changed(Squad squad, SquadEvent event))) {
            return joining;
        }
        List<Membership> here = squad.membershipsOf(personId);
        LocalDate from = here.getLast().since();
        List<Membership> everywhere = Stream.concat(here.stream(), squads.elsewhere(personId, squad.id()).stream())
                .toList();
        Allocation highest = Allocation.highestFrom(from, everywhere);
        return highest.isTooMuch() ? new Change.Declined(new SquadOutcome.OverAllocated(highest)) : joining;
    }
}
