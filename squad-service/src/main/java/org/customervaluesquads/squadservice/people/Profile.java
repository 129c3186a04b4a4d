package org.customervaluesquads.squadservice.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a person, and may be said anew.
 *
 * @param department the home department, which the person keeps while in squads
 * @param functionalLead who leads the person in the home department
 * @param skills each name once
 */
public record Profile(
        String name,
        String department,
        @Nullable String functionalLead,
        @Nullable String region,
        List<Skill> skills) {

    /** Takes a copy of the skills. */
    public Profile {
        skills = List.copyOf(skills);
    }
}
