package org.customervaluesquads.squadservice.squads;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A span of days in which a person is in a squad with one role and one allocation.
 *
 * @param allocation percent of the person's time
 * @param until the first day on which it no longer holds; absent while no end is known
 */
public record Membership(
        UUID personId,
        String role,
        int allocation,
        LocalDate since,
        @Nullable LocalDate until) {

    /** Whether it holds on the day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(since) && !hasEndedBy(day);
    }

    /** Whether it holds neither on the day nor later. */
    public boolean hasEndedBy(LocalDate day) {
        return until != null && !until.isAfter(day);
    }

    /** What remains of it when the person is not in the squad from the day on. */
    Optional<Membership> before(LocalDate day) {
        if (!since.isBefore(day)) {
            return Optional.empty();
        }
        return Optional.of(hasEndedBy(day) ? this : new Membership(personId, role, allocation, since, day));
    }
}
