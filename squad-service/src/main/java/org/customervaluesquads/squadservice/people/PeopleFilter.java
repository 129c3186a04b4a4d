package org.customervaluesquads.squadservice.people;

import org.jspecify.annotations.Nullable;

/**
 * Which people are wanted; what is absent does not limit.
 *
 * @param level how well they can do the skill at least
 */
public record PeopleFilter(
        @Nullable String department,
        @Nullable String region,
        @Nullable String functionalLead,
        @Nullable String skill,
        int level) {

    /** Everybody. */
    public static final PeopleFilter EVERYBODY = new PeopleFilter(null, null, null, null, 1);
}
