package org.customervaluesquads.squadservice.availability;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.Membership;

/** In which squads people are and will be. */
public interface Calendars {

    /**
     * The memberships of these people that have not ended by the day, in one query; who has none is not in it.
     */
    Map<UUID, List<Membership>> notEnded(Collection<UUID> people, LocalDate day);
}
