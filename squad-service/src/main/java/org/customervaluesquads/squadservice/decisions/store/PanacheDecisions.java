package org.customervaluesquads.squadservice.decisions.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customervaluesquads.squadservice.decisions.Decision;
import org.customervaluesquads.squadservice.decisions.Decisions;
import org.customervaluesquads.squadservice.decisions.Entry;
import org.customervaluesquads.squadservice.paging.store.PageOfRows;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Decisions in PostgreSQL; however many are read, their entries and corrections are read in one query each. When one
 * is to be reviewed is worked out again with each entry and kept apart, so that those that are due are found at once.
 */
@ApplicationScoped
class PanacheDecisions implements Decisions, PanacheRepositoryBase<DecisionRow, UUID> {

    private static final String SET_DUE = """
            insert into decision_due (decision_id, due_on) values (:id, :day)
            on conflict (decision_id) do update set due_on = excluded.due_on""";
    private static final String FORGET_DUE = "delete from decision_due where decision_id = :id";
    private static final String DUE = """
            select decision_id from decision_due
            where due_on <= :by and (due_on, decision_id) > (:day, :after) order by due_on, decision_id limit :most""";
    private static final String ENTRIES = "from EntryRow where decisionId in :ids order by id";
    private static final String CORRECTIONS = "from DecisionRow where corrects in :ids";
    private static final Due FIRST = new Due(LocalDate.of(1, 1, 1), new UUID(0, 0));

    @Override
    public void add(Decision decision) {
        persist(DecisionRow.of(decision));
        takeDue(decision);
    }

    @Override
    public void add(Entry entry, Decision after) {
        getEntityManager().persist(EntryRow.of(entry));
        takeDue(after);
    }

    @Override
    public void corrected(Decision after) {
        takeDue(after);
    }

    @Override
    public Optional<UUID> squadOf(UUID id) {
        return find("select squadId from DecisionRow where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    @Override
    public Optional<Decision> find(UUID id) {
        return decisions(list("id", id)).stream().findFirst();
    }

    @Override
    public List<Decision> page(UUID squadId, @Nullable UUID after, int most) {
        return decisions(PageOfRows.after(after).with("squadId", squadId).read(this, most));
    }

    @Override
    public List<Decision> due(LocalDate by, @Nullable Due after, int most) {
        Due place = after == null ? FIRST : after;
        List<UUID> ids = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(DUE, UUID.class)
                .setParameter("by", by)
                .setParameter("day", place.on())
                .setParameter("after", place.decisionId())
                .setParameter("most", most)
                .getResultList();
        Map<UUID, Decision> found = decisions(ids.isEmpty() ? List.of() : list("id in ?1", ids)).stream()
                .collect(toMap(Decision::id, decision -> decision));
        return ids.stream().map(id -> Objects.requireNonNull(found.get(id))).toList();
    }

    private void takeDue(Decision decision) {
        EntityManager database = getEntityManager();
        database.flush(); // the decision is there before its date
        decision.reviewDue()
                .map(day -> database.createNativeQuery(SET_DUE).setParameter("day", day))
                .orElseGet(() -> database.createNativeQuery(FORGET_DUE))
                .setParameter("id", decision.id())
                .executeUpdate();
    }

    private List<Decision> decisions(List<DecisionRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        EntityManager database = getEntityManager();
        List<UUID> ids = rows.stream().map(DecisionRow::id).toList();
        Map<UUID, List<Entry>> entries = database.createQuery(ENTRIES, EntryRow.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(groupingBy(EntryRow::decisionId, mapping(EntryRow::entry, Collectors.toList())));
        Map<@Nullable UUID, UUID> corrections = new HashMap<>();
        database.createQuery(CORRECTIONS, DecisionRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> corrections.put(row.corrects(), row.id()));
        return rows.stream()
                .map(row -> row.decision(corrections.get(row.id()), entries.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
