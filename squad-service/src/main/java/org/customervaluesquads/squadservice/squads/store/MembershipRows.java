package org.customervaluesquads.squadservice.squads.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The rows of memberships. */
@ApplicationScoped
class MembershipRows implements PanacheRepositoryBase<MembershipRow, MembershipRow.Key> {

    /** Columns and no rows that the session would keep, of ids in one array: a page of squads has very many of them. */
    private static final String OF_SQUADS = """
            select squad_id, person_id, role, allocation, since, until from membership where squad_id = any(:squads)""";

    Map<UUID, List<Membership>> ofSquads(Collection<UUID> squadIds) {
        return squadIds.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .unwrap(Session.class)
                        .createNativeQuery(OF_SQUADS, Object[].class)
                        .addSynchronizedEntityClass(MembershipRow.class)
                        .addScalar("squad_id", UUID.class)
                        .addScalar("person_id", UUID.class)
                        .addScalar("role", String.class)
                        .addScalar("allocation", Integer.class)
                        .addScalar("since", LocalDate.class)
                        .addScalar("until", LocalDate.class)
                        .setParameter("squads", squadIds.toArray(UUID[]::new))
                        .getResultStream()
                        .collect(groupingBy(row -> (UUID) row[0], mapping(MembershipRows::membership, toList())));
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
        list("squadId", squad.id()).forEach(row -> rows.put(key(squad, row.membership()), row));
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

    private static Membership membership(Object[] row) {
        return new Membership(
                (UUID) row[1], (String) row[2], (int) row[3], (LocalDate) row[4], (@Nullable LocalDate) row[5]);
    }

    private static MembershipRow.Key key(Squad squad, Membership membership) {
        return new MembershipRow.Key(squad.id(), membership.personId(), membership.since());
    }
}
