package org.customervaluesquads.squadservice.people.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.contracts.Money;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.people.Profile;
import org.jspecify.annotations.Nullable;

/** A person, as it is shown, with the cost rate of today. */
record PersonView(
        UUID id,
        long version,
        String name,
        String department,
        @Nullable String functionalLead,
        @Nullable String region,
        List<SkillView> skills,
        Money costRate) {

    static PersonView of(Person person, LocalDate today) {
        Profile profile = person.profile();
        return new PersonView(
                person.id(),
                person.version(),
                profile.name(),
                profile.department(),
                profile.functionalLead(),
                profile.region(),
                profile.skills().stream()
                        .map(skill -> new SkillView(skill.name(), skill.level()))
                        .toList(),
                person.costRates().on(today));
    }

    /** A skill, as it is shown. */
    record SkillView(String skill, int level) {}
}
