package org.customervaluesquads.squadservice.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.customervaluesquads.squadservice.platform.SharedPeople;
import org.customervaluesquads.squadservice.platform.SharedPeople.NamedSquad;
import org.customervaluesquads.squadservice.platform.SharedPeople.Place;
import org.hibernate.Session;

/** Squads that share people, out of the rows of memberships. */
@ApplicationScoped
class StoredSharedPeople implements SharedPeople.Pairs {

    private static final String PAIRS = """
            select one.id, one.name, other.id, other.name, array_agg(p.id order by p.id), array_agg(p.name order by p.id)
            from membership a
            join membership b on b.person_id = a.person_id and b.squad_id > a.squad_id
            join squad one on one.id = a.squad_id
            join squad other on other.id = b.squad_id
            join person p on p.id = a.person_id
            where a.since <= :today and (a.until is null or a.until > :today)
              and b.since <= :today and (b.until is null or b.until > :today)
              and (a.squad_id, b.squad_id) > (:one, :other)%s
            group by one.id, other.id order by one.id, other.id limit :most""";

    private static final String EVERY_PAIR = PAIRS.formatted("");
    private static final String OF_ONE_SQUAD = PAIRS.formatted(" and :squad in (a.squad_id, b.squad_id)");

    private final Session database;
    private final Clock clock;

    StoredSharedPeople(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<SharedPeople> page(Place after, int most) {
        return pairs(EVERY_PAIR, Map.of(), after, most);
    }

    @Override
    public List<SharedPeople> of(UUID squadId, Place after, int most) {
        return pairs(OF_ONE_SQUAD, Map.of("squad", squadId), after, most);
    }

    private List<SharedPeople> pairs(String query, Map<String, Object> parameters, Place after, int most) {
        var pairs = database.createNativeQuery(query, Object[].class)
                .setParameter("today", LocalDate.now(clock))
                .setParameter("one", after.one())
                .setParameter("other", after.other())
                .setParameter("most", most);
        parameters.forEach(pairs::setParameter);
        return pairs.getResultList().stream().map(StoredSharedPeople::pair).toList();
    }

    private static SharedPeople pair(Object[] row) {
        UUID[] ids = (UUID[]) row[4];
        String[] names = (String[]) row[5];
        Map<UUID, String> people = new TreeMap<>();
        for (int place = 0; place < ids.length; place++) {
            people.put(ids[place], names[place]);
        }
        return new SharedPeople(
                new NamedSquad((UUID) row[0], (String) row[1]), new NamedSquad((UUID) row[2], (String) row[3]), people);
    }
}
