package org.customervaluesquads.squadservice.squads.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Squad;

/** The rows of memberships. */
@ApplicationScoped
class MembershipRows implements PanacheRepositoryBase<MembershipRow, MembershipRow.Key> {

    List<MembershipRow> ofSquads(Collection<UUID> squadIds) {
        return squadIds.isEmpty() ? List.of() : list("squadId in ?1", squadIds);
    }

    List<MembershipRow> ofPeople(Collection<UUID> personIds) {
        return personIds.isEmpty() ? List.of() : list("personId in ?1", personIds);
    }

    List<MembershipRow> elsewhere(UUID personId, UUID squadId) {
        return list("personId = ?1 and squadId <> ?2", personId, squadId);
    }

    List<MembershipRow> notEnded(UUID personId, LocalDate today) {
        return list("personId = ?1 and (until is null or until > ?2)", personId, today);
    }

    /** Makes the rows of a squad say what the squad says, and touches none that says so already. */
    void replace(Squad squad) {
        Map<MembershipRow.Key, MembershipRow> rows = new HashMap<>();
        ofSquads(List.of(squad.id())).forEach(row -> rows.put(key(squad, row.membership()), row));
        for (Membership membership : squad.memberships()) {
            MembershipRow row = rows.remove(key(squad, membership));
            if (row == null) {
                persist(MembershipRow.of(squad.id(), membership));
            } else {
                row.take(membership);
            }
        }
        rows.values().forEach(this::delete);
    }

    private static MembershipRow.Key key(Squad squad, Membership membership) {
        return new MembershipRow.Key(squad.id(), membership.personId(), membership.since());
    }
}
