package org.customervaluesquads.squadservice.cycles.store;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.CycleEvidenceStated;
import org.customervaluesquads.squadservice.cycles.Cycle;
import org.customervaluesquads.squadservice.cycles.CycleCounts;
import org.customervaluesquads.squadservice.cycles.CycleState;
import org.customervaluesquads.squadservice.cycles.Cycles;
import org.customervaluesquads.squadservice.history.store.StoredJson;
import org.customervaluesquads.squadservice.paging.store.PageOfRows;
import org.jspecify.annotations.Nullable;

/** Cycles in PostgreSQL; however many are read, their evidence is read in one further query. */
@ApplicationScoped
class PanacheCycles implements Cycles, PanacheRepositoryBase<CycleRow, UUID> {

    private static final String KEEP_EVIDENCE = """
            insert into cycle_evidence (cycle_id, revision, message, received_at)
            select id, :revision, :message, :now from cycle where id = :id
            on conflict (cycle_id) do update
            set revision = excluded.revision, message = excluded.message, received_at = excluded.received_at
            where cycle_evidence.revision <= excluded.revision""";
    private static final String COUNT = """
            select count(*) filter (where state = 'RUNNING'), count(*) filter (where state = 'CONCLUDED'),
                   count(*) filter (where choice = 'KEEP'), count(*) filter (where choice = 'DROP'),
                   count(*) filter (where choice = 'DROP' and ended_at >= :since)
            from cycle where squad_id = :squad""";

    @Override
    public void add(Cycle cycle) {
        CycleRow row = new CycleRow();
        row.take(cycle);
        persist(row);
    }

    @Override
    public void replace(Cycle cycle) {
        findById(cycle.id()).take(cycle);
    }

    @Override
    public Optional<UUID> squadOf(UUID id) {
        return find("select squadId from CycleRow where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional();
    }

    @Override
    public Optional<Cycle> find(UUID id) {
        return named(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Cycle> named(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : cycles(list("id in ?1 order by id", ids));
    }

    @Override
    public List<Cycle> page(UUID squadId, @Nullable CycleState state, @Nullable UUID after, int most) {
        return cycles(PageOfRows.after(after)
                .with("squadId", squadId)
                .with("state", state)
                .read(this, most));
    }

    @Override
    public CycleCounts count(UUID squadId, Instant since) {
        Object[] counts = (Object[]) getEntityManager()
                .createNativeQuery(COUNT)
                .setParameter("since", since)
                .setParameter("squad", squadId)
                .getSingleResult();
        int[] numbers =
                Stream.of(counts).mapToInt(count -> ((Number) count).intValue()).toArray();
        return new CycleCounts(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    @Override
    public boolean keep(UUID cycleId, CycleEvidenceStated evidence, Instant now) {
        int kept = getEntityManager()
                .createNativeQuery(KEEP_EVIDENCE)
                .setParameter("id", cycleId)
                .setParameter("revision", evidence.revision())
                .setParameter("message", StoredJson.write(evidence))
                .setParameter("now", now)
                .executeUpdate();
        return kept > 0;
    }

    private List<Cycle> cycles(List<CycleRow> rows) {
        List<UUID> ids = rows.stream().map(row -> row.id).toList();
        Map<UUID, CycleEvidenceStated> evidence = ids.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery("from CycleEvidenceRow where cycleId in :ids", CycleEvidenceRow.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(toMap(CycleEvidenceRow::cycleId, CycleEvidenceRow::evidence));
        return rows.stream().map(row -> row.cycle(evidence.get(row.id))).toList();
    }
}
