package org.customervaluesquads.squadservice.squads;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * How much of a person's time is given to squads on the day on which it is most.
 *
 * @param percent of the person's time, over all squads
 * @param on the first such day
 */
public record Allocation(int percent, LocalDate on) {

    /** All the time that a person has. */
    public static final int WHOLE = 100;

    /**
     * The highest allocation from the day on. The sum rises only where a membership begins, so no other day has to be
     * looked at.
     */
    public static Allocation highestFrom(LocalDate day, Collection<Membership> memberships) {
        return Stream.concat(
                        Stream.of(day),
                        memberships.stream().map(Membership::since).filter(day::isBefore))
                .map(start -> on(start, memberships))
                .max(Comparator.comparingInt(Allocation::percent)
                        .thenComparing(Allocation::on, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Whether it is more than there is. */
    public boolean isTooMuch() {
        return percent > WHOLE;
    }

    private static Allocation on(LocalDate day, Collection<Membership> memberships) {
        int percent = memberships.stream()
                .filter(membership -> membership.holdsOn(day))
                .mapToInt(Membership::allocation)
                .sum();
        return new Allocation(percent, day);
    }
}
