package org.customervaluesquads.squadservice.formations.rest;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.squadservice.formations.Brief;
import org.customervaluesquads.squadservice.formations.Commission;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.problems.PlausibleDate;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.skills.RefinedSkill;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.customervaluesquads.squadservice.skills.rest.RequirementRequest;
import org.customervaluesquads.squadservice.skills.rest.RequirementsRequest;
import org.customervaluesquads.squadservice.squads.rest.MissionRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** For what squads are to be proposed, as it is sent. */
record FormationRequest(
        @NotNull @Valid MissionRequest mission,

        @Schema(description = "in what the squad differs from what the central team asks of its value area")
        @Nullable
        @Size(max = RequirementsRequest.MOST)
        List<@NotNull @Valid RequirementRequest> skills,

        @Schema(description = "how many people at least; without it, 6")
        @Nullable
        @Min(Brief.SMALLEST)
        @Max(Brief.LARGEST)
        Integer smallest,

        @Schema(description = "how many people at most; without it, 10")
        @Nullable
        @Min(Brief.SMALLEST)
        @Max(Brief.LARGEST)
        Integer largest,

        @Schema(description = "percent of their time that each gives") @NotNull @Min(1) @Max(100)
        Integer allocation,

        @Schema(description = "from which day on; without it, today") @Nullable @PlausibleDate
        LocalDate from,

        @Nullable @Size(max = MOST_NAMES) Set<@NotNull @PlainText(longest = 200) String> regions,
        @Nullable @Size(max = MOST_NAMES) Set<@NotNull @PlainText(longest = 200) String> departments,

        @Schema(description = "how many proposals; without it, 3") @Nullable @Min(1) @Max(USUAL_ALTERNATIVES)
        Integer alternatives,

        @Schema(description = "the same seed and the same people give the same proposals; without it, 0") @Nullable
        Long seed) {

    static final String EXAMPLE = """
            {"mission": {"valueArea": "geography", "goal": "win back the customers who stopped ordering"},
             "skills": [{"skill": "sql", "level": 3, "people": 2}, {"skill": "negotiation", "level": 4}],
             "allocation": 50, "regions": ["GB", "FR"], "alternatives": 2, "seed": 7}""";

    private static final int MOST_NAMES = 100;
    private static final int USUAL_ALTERNATIVES = 3;

    Commission commission(List<SkillRequirement> central, LocalDate today) {
        return new Commission(
                mission.mission(),
                brief(central, today),
                requireNonNullElse(alternatives, USUAL_ALTERNATIVES),
                requireNonNullElse(seed, 0L));
    }

    private Brief brief(List<SkillRequirement> central, LocalDate today) {
        int least = requireNonNullElse(smallest, Brief.SMALLEST);
        int most = requireNonNullElse(largest, Brief.LARGEST);
        if (least > most) {
            throw Problem.of(400, "Some of what was sent does not meet what is asked of it.")
                    .with("smallest", "must not be greater than `largest`, which is " + most)
                    .asException();
        }
        var asked = RefinedSkill.refine(central, RequirementsRequest.requirements("skills", orNone(skills)));
        return new Brief(
                asked.stream().map(RefinedSkill::requirement).toList(),
                least,
                most,
                allocation,
                requireNonNullElse(from, today),
                requireNonNullElse(regions, Set.of()),
                requireNonNullElse(departments, Set.of()));
    }

    private static List<RequirementRequest> orNone(@Nullable List<RequirementRequest> sent) {
        return requireNonNullElse(sent, List.of());
    }
}
