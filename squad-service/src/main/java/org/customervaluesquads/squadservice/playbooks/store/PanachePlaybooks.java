package org.customervaluesquads.squadservice.playbooks.store;

import static java.util.Objects.requireNonNull;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customervaluesquads.squadservice.paging.store.PageOfRows;
import org.customervaluesquads.squadservice.playbooks.Kin;
import org.customervaluesquads.squadservice.playbooks.Origin;
import org.customervaluesquads.squadservice.playbooks.Playbook;
import org.customervaluesquads.squadservice.playbooks.Playbooks;
import org.customervaluesquads.squadservice.squads.Stage;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Playbooks and origins in PostgreSQL; a family is read in one query, however large it is. */
@ApplicationScoped
class PanachePlaybooks implements Playbooks, PanacheRepositoryBase<PlaybookRow, UUID> {

    private static final String FAMILY = """
            with recursive
            up(id, steps) as (
                select cast(:id as uuid), 0
                union all select o.parent_id, up.steps + 1 from squad_origin o join up on o.squad_id = up.id),
            ancestor as (select id from up order by steps desc limit 1),
            family(id, parent_id, playbook_id, generation) as (
                select id, cast(null as uuid), cast(null as uuid), 1 from ancestor
                union all select o.squad_id, o.parent_id, o.playbook_id, o.generation
                from squad_origin o join family f on o.parent_id = f.id)
            select f.id, f.parent_id, f.playbook_id, f.generation, s.name, s.stage
            from family f join squad s on s.id = f.id order by f.generation, f.id limit :most""";

    @Override
    public void add(Playbook playbook) {
        persist(PlaybookRow.of(playbook));
    }

    @Override
    public void add(Origin origin) {
        getEntityManager().persist(OriginRow.of(origin));
    }

    @Override
    public Optional<Playbook> find(UUID id) {
        return findByIdOptional(id).map(PlaybookRow::playbook);
    }

    @Override
    public Optional<Playbook> newestOf(UUID squadId) {
        return find("squadId = ?1 order by id desc", squadId)
                .firstResultOptional()
                .map(PlaybookRow::playbook);
    }

    @Override
    public List<Playbook> page(@Nullable UUID after, int most) {
        return PageOfRows.after(after).read(this, most).stream()
                .map(PlaybookRow::playbook)
                .toList();
    }

    @Override
    public int countOf(UUID squadId) {
        return Math.toIntExact(count("squadId", squadId));
    }

    @Override
    public Optional<Origin> originOf(UUID squadId) {
        return Optional.ofNullable(getEntityManager().find(OriginRow.class, squadId))
                .map(OriginRow::origin);
    }

    @Override
    public List<Kin> familyOf(UUID squadId, int most) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(FAMILY, Object[].class)
                .setParameter("id", squadId)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .map(PanachePlaybooks::kin)
                .toList();
    }

    private static Kin kin(@Nullable Object[] row) {
        return new Kin(
                (UUID) requireNonNull(row[0]),
                (UUID) row[1],
                (UUID) row[2],
                ((Number) requireNonNull(row[3])).intValue(),
                (String) requireNonNull(row[4]),
                Stage.valueOf((String) requireNonNull(row[5])));
    }
}
