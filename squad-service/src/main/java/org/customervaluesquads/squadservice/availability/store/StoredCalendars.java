package org.customervaluesquads.squadservice.availability.store;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customervaluesquads.squadservice.availability.Calendars;
import org.customervaluesquads.squadservice.squads.Membership;

/** Calendars out of the rows of memberships. */
@ApplicationScoped
class StoredCalendars implements Calendars {

    private static final String NOT_ENDED = """
            select new org.customervaluesquads.squadservice.squads.Membership(
                m.personId, m.role, m.allocation, m.since, m.until)
            from MembershipRow m where m.personId in :people and (m.until is null or m.until > :day)""";

    private final EntityManager database;

    StoredCalendars(EntityManager database) {
        this.database = database;
    }

    @Override
    public Map<UUID, List<Membership>> notEnded(Collection<UUID> people, LocalDate day) {
        return people.isEmpty()
                ? Map.of()
                : database.createQuery(NOT_ENDED, Membership.class)
                        .setParameter("people", people)
                        .setParameter("day", day)
                        .getResultStream()
                        .collect(groupingBy(Membership::personId));
    }
}
