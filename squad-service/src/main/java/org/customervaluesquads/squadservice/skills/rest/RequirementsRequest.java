package org.customervaluesquads.squadservice.skills.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.skills.SkillRequirement;

/** Skills that are asked for, as they are sent. */
public record RequirementsRequest(
        @NotNull @Size(max = RequirementsRequest.MOST) List<@NotNull @Valid RequirementRequest> skills) {

    /** How many skills can be asked for. */
    public static final int MOST = 30;

    static final String EXAMPLE = """
            {"skills": [{"skill": "sql", "level": 3, "people": 2}, {"skill": "negotiation", "level": 4}]}""";

    List<SkillRequirement> requirements() {
        return requirements("skills", skills);
    }

    /** The requirements of a field, each skill once, or a problem. */
    public static List<SkillRequirement> requirements(String field, List<RequirementRequest> sent) {
        List<SkillRequirement> asked =
                sent.stream().map(RequirementRequest::requirement).toList();
        if (asked.stream().map(SkillRequirement::skill).distinct().count() < asked.size()) {
            throw Problem.of(400, "Some of what was sent does not meet what is asked of it.")
                    .with(field, "must name each skill once")
                    .asException();
        }
        return asked;
    }
}
