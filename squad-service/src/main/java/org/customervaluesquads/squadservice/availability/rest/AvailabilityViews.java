package org.customervaluesquads.squadservice.availability.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.customervaluesquads.squadservice.availability.Calendars;
import org.customervaluesquads.squadservice.people.Person;

/** Shows people with their free time, whose memberships it looks up all at once. */
@ApplicationScoped
class AvailabilityViews {

    private final Calendars calendars;
    private final Clock clock;

    AvailabilityViews(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    List<AvailabilityView> of(List<Person> read) {
        LocalDate today = LocalDate.now(clock);
        var memberships = calendars.notEnded(read.stream().map(Person::id).toList(), today);
        return read.stream()
                .map(person -> AvailabilityView.of(person, today, memberships.getOrDefault(person.id(), List.of())))
                .toList();
    }
}
