package org.customervaluesquads.squadservice.people.store;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.customervaluesquads.squadservice.people.PastPeople;
import org.customervaluesquads.squadservice.people.Person;
import org.hibernate.Session;

/** People as they were known, from the versions that are kept of them. */
@ApplicationScoped
class StoredPastPeople implements PastPeople {

    private static final String AS_OF = """
            from PersonVersionRow known where known.personId in :ids and known.version = (
              select max(other.version) from PersonVersionRow other
              where other.personId = known.personId and other.knownAt <= :moment)""";

    private final Session database;

    StoredPastPeople(Session database) {
        this.database = database;
    }

    @Override
    public Map<UUID, Person> asOf(Instant moment, Collection<UUID> ids) {
        return database.createQuery(AS_OF, PersonVersionRow.class)
                .setParameter("ids", ids)
                .setParameter("moment", moment)
                .getResultStream()
                .map(PersonVersionRow::person)
                .collect(toMap(Person::id, Function.identity()));
    }
}
