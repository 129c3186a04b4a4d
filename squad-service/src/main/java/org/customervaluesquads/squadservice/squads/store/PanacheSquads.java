package org.customervaluesquads.squadservice.squads.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customervaluesquads.squadservice.paging.store.PageOfRows;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.Stage;
import org.jspecify.annotations.Nullable;

/** Squads in PostgreSQL; however many are read, their memberships are read in one further query. */
@ApplicationScoped
class PanacheSquads implements Squads, PanacheRepositoryBase<SquadRow, UUID> {

    private final MembershipRows memberships;

    PanacheSquads(MembershipRows memberships) {
        this.memberships = memberships;
    }

    @Override
    public void add(Squad squad) {
        SquadRow row = new SquadRow();
        row.take(squad);
        persist(row);
        memberships.replace(squad);
    }

    @Override
    public void replace(Squad squad) {
        findById(squad.id()).take(squad);
        memberships.replace(squad);
    }

    @Override
    public Optional<Squad> find(UUID id) {
        return findByIdOptional(id).map(row -> squads(List.of(row)).getFirst());
    }

    @Override
    public Optional<Squad> hold(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> squads(List.of(row)).getFirst());
    }

    @Override
    public List<Squad> page(@Nullable Stage stage, @Nullable UUID after, int most) {
        return squads(PageOfRows.after(after).with("stage", stage).read(this, most));
    }

    @Override
    public List<UUID> withMember(UUID personId, LocalDate today) {
        return memberships.notEnded(personId, today).stream()
                .map(row -> row.squadId)
                .distinct()
                .sorted()
                .toList();
    }

    @Override
    public List<Membership> ofPeople(Collection<UUID> personIds) {
        return memberships.ofPeople(personIds).stream()
                .map(MembershipRow::membership)
                .toList();
    }

    @Override
    public List<Membership> elsewhere(UUID personId, UUID squadId) {
        return memberships.elsewhere(personId, squadId).stream()
                .map(MembershipRow::membership)
                .toList();
    }

    private List<Squad> squads(List<SquadRow> rows) {
        Map<UUID, List<Membership>> bySquad =
                memberships.ofSquads(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> row.squad(bySquad.getOrDefault(row.id, List.of())))
                .toList();
    }
}
