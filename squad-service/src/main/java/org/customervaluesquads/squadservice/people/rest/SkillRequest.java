package org.customervaluesquads.squadservice.people.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.customervaluesquads.squadservice.people.Skill;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A skill, as it is sent. */
record SkillRequest(
        @Schema(examples = "sql") @NotNull @PlainText(longest = 100)
        String skill,

        @Schema(description = "1, a beginner, to 5, who teaches others") @NotNull @Min(1) @Max(5)
        Integer level) {

    Skill toSkill() {
        return new Skill(skill, level);
    }
}
