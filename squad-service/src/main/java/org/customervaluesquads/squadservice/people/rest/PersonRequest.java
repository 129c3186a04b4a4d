package org.customervaluesquads.squadservice.people.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.customervaluesquads.squadservice.people.Profile;
import org.customervaluesquads.squadservice.people.Skill;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person, as it is sent. */
record PersonRequest(
        @NotNull @PlainText(longest = 200) String name,

        @Schema(description = "the home department") @NotNull @PlainText(longest = 200)
        String department,

        @Schema(description = "who leads the person in the home department") @Nullable @PlainText(longest = 200)
        String functionalLead,

        @Nullable @PlainText(longest = 100) String region,
        @Nullable @Size(max = 100) List<@NotNull @Valid SkillRequest> skills,

        @Schema(description = "what a working day costs, from today on") @NotNull @Valid
        MoneyRequest costRate) {

    static final String EACH_ONCE = "must name each skill once";

    Profile profile() {
        List<Skill> told = Objects.requireNonNullElse(skills, List.<SkillRequest>of()).stream()
                .map(SkillRequest::toSkill)
                .toList();
        if (namesASkillTwice()) {
            throw Problem.of(400, "Some of what was sent does not meet what is asked of it.")
                    .with("skills", EACH_ONCE)
                    .asException();
        }
        return new Profile(name, department, functionalLead, region, told);
    }

    boolean namesASkillTwice() {
        List<SkillRequest> told = Objects.requireNonNullElse(skills, List.of());
        return told.stream().map(SkillRequest::skill).distinct().count() < told.size();
    }
}
