package org.customervaluesquads.squadservice.skills.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A skill that is asked for, as it is sent. */
public record RequirementRequest(
        @Schema(examples = "sql") @NotNull @PlainText(longest = 100)
        String skill,

        @Schema(description = "how well at least: 1, a beginner, to 5, who teaches others") @NotNull @Min(1) @Max(5)
        Integer level,

        @Schema(description = "how many at least; 0 where a squad does without; without it, 1")
        @Nullable
        @Min(0)
        @Max(10)
        Integer people) {

    SkillRequirement requirement() {
        return new SkillRequirement(skill, level, people == null ? 1 : people);
    }
}
