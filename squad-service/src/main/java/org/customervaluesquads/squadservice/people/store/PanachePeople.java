package org.customervaluesquads.squadservice.people.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.customervaluesquads.contracts.Money;
import org.customervaluesquads.squadservice.paging.store.PageOfRows;
import org.customervaluesquads.squadservice.people.Colleague;
import org.customervaluesquads.squadservice.people.CostRate;
import org.customervaluesquads.squadservice.people.CostRates;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.people.PeopleFilter;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.people.Skill;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * People in PostgreSQL; however many are read, their skills and their cost rates are read in one query each. What was
 * known of them before stays, as versions of its own.
 */
@ApplicationScoped
class PanachePeople implements People, PanacheRepositoryBase<PersonRow, UUID> {

    private static final String PEOPLE = "select * from person where id = any(:ids)";

    /** Columns and no rows that the session would keep: a page of squads has thousands of them. */
    private static final String COLLEAGUES = "select id, name, department from person where id = any(:ids)";

    private static final String SKILLS =
            "select person_id, skill, level from person_skill where person_id = any(:ids) order by person_id, place";

    private static final String COST_RATES =
            "select person_id, since, amount, currency from cost_rate where person_id = any(:ids)";

    private static final String SKILLED =
            "id in (select personId from SkillRow where skill = :skill and level >= :level)";

    private static final String OWN_SKILLS = "from SkillRow where personId = :id";
    private static final String OWN_COST_RATES = "from CostRateRow where personId = :id";

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
        rowsOf(person, SkillRow.class, OWN_SKILLS).forEach(database::remove);
        rowsOf(person, CostRateRow.class, OWN_COST_RATES).forEach(database::remove);
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
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<PersonRow> rows = session()
                .createNativeQuery(PEOPLE, PersonRow.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        return people(rows).stream().collect(toMap(Person::id, Function.identity()));
    }

    @Override
    public Map<UUID, Colleague> colleagues(Collection<UUID> ids) {
        UUID[] wanted = ids.toArray(UUID[]::new);
        if (wanted.length == 0) {
            return Map.of();
        }
        Map<UUID, List<CostRate>> costRates = costRates(wanted);
        return session()
                .createNativeQuery(COLLEAGUES, Object[].class)
                .addSynchronizedEntityClass(PersonRow.class)
                .setParameter("ids", wanted)
                .getResultStream()
                .map(row -> colleague(row, costRates.getOrDefault(person(row), List.of())))
                .collect(toMap(Colleague::id, Function.identity()));
    }

    @Override
    public List<Person> page(PeopleFilter filter, @Nullable UUID after, int most) {
        PageOfRows page = PageOfRows.after(after)
                .with("department", filter.department())
                .with("region", filter.region())
                .with("functionalLead", filter.functionalLead());
        String skill = filter.skill();
        PageOfRows wanted = skill == null ? page : page.and(SKILLED, Map.of("skill", skill, "level", filter.level()));
        return people(wanted.read(this, most));
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

    private <T> List<T> rowsOf(Person person, Class<T> type, String query) {
        return getEntityManager()
                .createQuery(query, type)
                .setParameter("id", person.id())
                .getResultList();
    }

    private List<Person> people(List<PersonRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        UUID[] ids = rows.stream().map(row -> row.id).toArray(UUID[]::new);
        Map<UUID, List<Skill>> skills = session()
                .createNativeQuery(SKILLS, Object[].class)
                .addSynchronizedEntityClass(SkillRow.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(groupingBy(PanachePeople::person, mapping(PanachePeople::skill, toList())));
        Map<UUID, List<CostRate>> costRates = costRates(ids);
        return rows.stream()
                .map(row -> row.person(
                        skills.getOrDefault(row.id, List.of()),
                        new CostRates(costRates.getOrDefault(row.id, List.of()))))
                .toList();
    }

    private Map<UUID, List<CostRate>> costRates(UUID[] ids) {
        return session()
                .createNativeQuery(COST_RATES, Object[].class)
                .addSynchronizedEntityClass(CostRateRow.class)
                .addScalar("person_id", UUID.class)
                .addScalar("since", LocalDate.class)
                .addScalar("amount", BigDecimal.class)
                .addScalar("currency", String.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(groupingBy(PanachePeople::person, mapping(PanachePeople::costRate, toList())));
    }

    /** Ids go as one array: as many parameters would make another statement of each number of them. */
    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }

    private static UUID person(Object[] row) {
        return (UUID) row[0];
    }

    private static Colleague colleague(Object[] row, List<CostRate> costRates) {
        return new Colleague(person(row), (String) row[1], (String) row[2], new CostRates(costRates));
    }

    private static Skill skill(Object[] row) {
        return new Skill((String) row[1], (int) row[2]);
    }

    private static CostRate costRate(Object[] row) {
        return new CostRate((LocalDate) row[1], new Money((BigDecimal) row[2], (String) row[3]));
    }
}
