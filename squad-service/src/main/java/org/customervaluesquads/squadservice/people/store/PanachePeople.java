package org.customervaluesquads.squadservice.people.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.customervaluesquads.squadservice.people.CostRates;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.people.PeopleFilter;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.people.Skill;
import org.jspecify.annotations.Nullable;

/**
 * People in PostgreSQL; however many are read, their skills and their cost rates are read in one query each. What was
 * known of them before stays, as versions of its own.
 */
@ApplicationScoped
class PanachePeople implements People, PanacheRepositoryBase<PersonRow, UUID> {

    private static final String SKILLS = "from SkillRow where personId in :ids order by personId, place";
    private static final String COST_RATES = "from CostRateRow where personId in :ids";

    private final Clock clock;

    PanachePeople(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void add(Person person) {
        PersonRow row = new PersonRow();
        row.take(person);
        persist(row);
        writeParts(person);
    }

    @Override
    public void replace(Person person) {
        findById(person.id()).take(person);
        EntityManager database = getEntityManager();
        parts(SkillRow.class, SKILLS, List.of(person.id())).forEach(database::remove);
        parts(CostRateRow.class, COST_RATES, List.of(person.id())).forEach(database::remove);
        database.flush(); // removed rows are gone before rows with the same keys come
        writeParts(person);
    }

    @Override
    public Optional<Person> find(UUID id) {
        return findByIdOptional(id).map(row -> people(List.of(row)).getFirst());
    }

    @Override
    public Optional<Person> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> people(List.of(row)).getFirst());
    }

    @Override
    public Map<UUID, Person> named(Collection<UUID> ids) {
        List<PersonRow> rows = ids.isEmpty() ? List.of() : list("id in ?1", ids);
        return people(rows).stream().collect(toMap(Person::id, Function.identity()));
    }

    @Override
    public List<Person> page(PeopleFilter filter, @Nullable UUID after, int most) {
        PeopleWhere where = PeopleWhere.of(filter, after);
        var rows = find(where.text() + " order by id", where.parameters());
        return people(rows.range(0, most - 1).list());
    }

    private void writeParts(Person person) {
        EntityManager database = getEntityManager();
        List<Skill> skills = person.profile().skills();
        for (int place = 0; place < skills.size(); place++) {
            database.persist(SkillRow.of(person.id(), skills.get(place), place));
        }
        person.costRates().inOrder().forEach(rate -> database.persist(CostRateRow.of(person.id(), rate)));
        database.persist(PersonVersionRow.of(person, clock.instant()));
    }

    private List<Person> people(List<PersonRow> rows) {
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        var skills = parts(SkillRow.class, SKILLS, ids).stream()
                .collect(groupingBy(SkillRow::personId, mapping(SkillRow::skill, toList())));
        var costRates = parts(CostRateRow.class, COST_RATES, ids).stream()
                .collect(groupingBy(CostRateRow::personId, mapping(CostRateRow::rate, toList())));
        return rows.stream()
                .map(row -> row.person(
                        skills.getOrDefault(row.id, List.of()),
                        new CostRates(costRates.getOrDefault(row.id, List.of()))))
                .toList();
    }

    private <T> List<T> parts(Class<T> type, String query, Collection<UUID> ids) {
        return ids.isEmpty()
                ? new ArrayList<>()
                : getEntityManager()
                        .createQuery(query, type)
                        .setParameter("ids", ids)
                        .getResultList();
    }
}
