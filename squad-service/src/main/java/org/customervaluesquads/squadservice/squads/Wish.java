package org.customervaluesquads.squadservice.squads;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a person is to be in a squad.
 *
 * @param allocation percent of the person's time
 * @param since from which day on; absent when it is to be so as of now and it does not matter since when
 */
public record Wish(
        UUID personId,
        String role,
        int allocation,
        @Nullable LocalDate since) {

    boolean isMetBy(Membership membership) {
        return membership.until() == null
                && membership.personId().equals(personId)
                && membership.role().equals(role)
                && membership.allocation() == allocation
                && (since == null || since.equals(membership.since()));
    }

    Membership from(LocalDate today) {
        return new Membership(personId, role, allocation, since == null ? today : since, null);
    }
}
