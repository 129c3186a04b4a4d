package org.customervaluesquads.squadservice.formations.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customervaluesquads.squadservice.formations.Formation;
import org.customervaluesquads.squadservice.formations.Formations;
import org.customervaluesquads.squadservice.paging.store.PageOfRows;
import org.jspecify.annotations.Nullable;

/** Proposals in PostgreSQL; the squads formed of however many are read in one further query. */
@ApplicationScoped
class PanacheFormations implements Formations, PanacheRepositoryBase<FormationRow, UUID> {

    @Override
    public void add(Formation formation) {
        persist(FormationRow.of(formation));
    }

    @Override
    public void formed(UUID formationId, int number, UUID squadId) {
        FormedRow row = new FormedRow();
        row.formationId = formationId;
        row.proposal = number;
        row.squadId = squadId;
        getEntityManager().persist(row);
    }

    @Override
    public Optional<Formation> find(UUID id) {
        return findByIdOptional(id).map(row -> formations(List.of(row)).getFirst());
    }

    @Override
    public Optional<Formation> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> formations(List.of(row)).getFirst());
    }

    @Override
    public List<Formation> page(@Nullable UUID after, int most) {
        return formations(PageOfRows.after(after).read(this, most));
    }

    private List<Formation> formations(List<FormationRow> rows) {
        Map<UUID, Map<Integer, UUID>> formed = getEntityManager()
                .createQuery("from FormedRow where formationId in :ids", FormedRow.class)
                .setParameter("ids", rows.stream().map(row -> row.id).toList())
                .getResultStream()
                .collect(groupingBy(row -> row.formationId, toMap(row -> row.proposal, row -> row.squadId)));
        return rows.stream()
                .map(row -> row.formation(formed.getOrDefault(row.id, Map.of())))
                .toList();
    }
}
