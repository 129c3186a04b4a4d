package org.customervaluesquads.squadservice.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.customervaluesquads.squadservice.squads.Allocation;
import org.customervaluesquads.squadservice.squads.Membership;

/**
 * How much of a person's time is given to no squad, from a day until the next such value.
 *
 * @param percent of the person's time
 */
public record FreeTime(LocalDate from, int percent) {

    /** What can be promised from the day on without an end: what is free on the fullest day to come. */
    public static int lastingFrom(LocalDate day, List<Membership> memberships) {
        return Allocation.WHOLE - Allocation.highestFrom(day, memberships).percent();
    }

    /** The days, from the first one on, on which what is free becomes another. */
    public static List<FreeTime> from(LocalDate first, List<Membership> memberships) {
        List<FreeTime> steps = new ArrayList<>();
        for (LocalDate day : daysOfChange(first, memberships)) {
            int allocated = memberships.stream()
                    .filter(membership -> membership.holdsOn(day))
                    .mapToInt(Membership::allocation)
                    .sum();
            FreeTime step = new FreeTime(day, Allocation.WHOLE - allocated);
            if (steps.isEmpty() || steps.getLast().percent() != step.percent()) {
                steps.add(step);
            }
        }
        return List.copyOf(steps);
    }

    private static List<LocalDate> daysOfChange(LocalDate first, List<Membership> memberships) {
        Stream<LocalDate> changes = memberships.stream()
                .flatMap(membership -> Stream.of(membership.since(), membership.until()))
                .filter(Objects::nonNull)
                .filter(first::isBefore);
        return Stream.concat(Stream.of(first), changes).distinct().sorted().toList();
    }
}
