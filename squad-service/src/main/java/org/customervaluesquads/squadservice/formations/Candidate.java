package org.customervaluesquads.squadservice.formations;

import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.Skill;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who could be in a squad.
 *
 * @param free percent of the person's time that can be promised
 */
public record Candidate(
        UUID personId,
        String name,
        String department,
        @Nullable String region,
        List<Skill> skills,
        int free) {}
