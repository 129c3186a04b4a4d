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

    private static final String TODAY = """
            a.since <= :today and (a.until is null or a.until > :today)
            and b.since <= :today and (b.until is null or b.until > :today)""";

    /** Squad by squad, so that a page is read no further than it is long. */
    private static final String EVERY_PAIR = """
            select one.id, one.name, other.id, other.name, shared.ids, shared.names
            from squad one
            cross join lateral (
                select b.squad_id as other_id, array_agg(p.id order by p.id) as ids, array_agg(p.name order by p.id) as names
                from membership a
                join membership b on b.person_id = a.person_id and b.squad_id > a.squad_id
                join person p on p.id = a.person_id
                where a.squad_id = one.id and %s
                group by b.squad_id) shared
            join squad other on other.id = shared.other_id
            where one.id >= :one and (one.id, other.id) > (:one, :other)
            order by one.id, other.id limit :most""".formatted(TODAY);

    private static final String OF_ONE_SQUAD = """
            select one.id, one.name, other.id, other.name, shared.ids, shared.names
            from (
                select least(a.squad_id, b.squad_id) as one_id, greatest(a.squad_id, b.squad_id) as other_id,
                       array_agg(p.id order by p.id) as ids, array_agg(p.name order by p.id) as names
                from membership a
                join membership b on b.person_id = a.person_id and b.squad_id <> a.squad_id
                join person p on p.id = a.person_id
                where a.squad_id = :squad and %s
                group by 1, 2) shared
            join squad one on one.id = shared.one_id
            join squad other on other.id = shared.other_id
            where (one.id, other.id) > (:one, :other)
            order by one.id, other.id limit :most""".formatted(TODAY);

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
