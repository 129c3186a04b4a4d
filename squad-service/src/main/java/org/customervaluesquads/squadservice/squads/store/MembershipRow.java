package org.customervaluesquads.squadservice.squads.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.Membership;
import org.jspecify.annotations.Nullable;

/** One span of a person in a squad, in the table {@code membership}. */
@Entity
@Table(name = "membership")
@IdClass(MembershipRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class MembershipRow {

    @Id
    @Column(name = "squad_id")
    UUID squadId;

    @Id
    @Column(name = "person_id")
    UUID personId;

    @Id
    LocalDate since;

    String role;
    int allocation;

    @Nullable
    LocalDate until;

    static MembershipRow of(UUID squadId, Membership membership) {
        MembershipRow row = new MembershipRow();
        row.squadId = squadId;
        row.personId = membership.personId();
        row.since = membership.since();
        row.take(membership);
        return row;
    }

    void take(Membership membership) {
        role = membership.role();
        allocation = membership.allocation();
        until = membership.until();
    }

    Membership membership() {
        return new Membership(personId, role, allocation, since, until);
    }

    /** What tells one span from another. */
    record Key(UUID squadId, UUID personId, LocalDate since) {}
}
