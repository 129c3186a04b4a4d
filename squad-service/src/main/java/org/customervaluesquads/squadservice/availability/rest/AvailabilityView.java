package org.customervaluesquads.squadservice.availability.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.availability.FreeTime;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.squads.Membership;
import org.jspecify.annotations.Nullable;

/**
 * How much of a person's time is free, as it is shown.
 *
 * @param lasting percent that can be promised from the day on without an end
 * @param steps percent from each day until the next
 */
record AvailabilityView(
        UUID personId,
        String name,
        String department,
        @Nullable String region,
        LocalDate from,
        int lasting,
        List<FreeTimeView> steps) {

    static AvailabilityView of(Person person, LocalDate from, List<Membership> memberships) {
        return new AvailabilityView(
                person.id(),
                person.profile().name(),
                person.profile().department(),
                person.profile().region(),
                from,
                FreeTime.lastingFrom(from, memberships),
                FreeTime.from(from, memberships).stream()
                        .map(step -> new FreeTimeView(step.from(), step.percent()))
                        .toList());
    }

    /** A step, as it is shown. */
    record FreeTimeView(LocalDate from, int free) {}
}
