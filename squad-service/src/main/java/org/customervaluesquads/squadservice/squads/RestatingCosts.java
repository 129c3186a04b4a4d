package org.customervaluesquads.squadservice.squads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.CostChanges;

/** Publishes anew the squads of a person whose cost rate is another. */
@ApplicationScoped
public class RestatingCosts implements CostChanges {

    private final Squads squads;
    private final ChangingSquads changingSquads;
    private final Clock clock;

    RestatingCosts(Squads squads, ChangingSquads changingSquads, Clock clock) {
        this.squads = squads;
        this.changingSquads = changingSquads;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void costRateChanged(UUID personId, LocalDate since) {
        for (UUID squadId : squads.withMember(personId, since)) {
            changingSquads.change(
                    squadId, OptionalLong.empty(), squad -> squad.restateCost(personId, since, clock.instant()));
        }
    }
}
