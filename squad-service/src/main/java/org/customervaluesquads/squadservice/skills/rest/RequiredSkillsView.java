package org.customervaluesquads.squadservice.skills.rest;

import java.util.List;
import org.customervaluesquads.squadservice.skills.RequiredSkills;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.customervaluesquads.squadservice.squads.ValueArea;

/** What the central team asks for in a value area, as it is shown. */
record RequiredSkillsView(ValueArea valueArea, long version, List<RequirementView> skills) {

    static RequiredSkillsView of(RequiredSkills required) {
        return new RequiredSkillsView(
                required.valueArea(),
                required.version(),
                required.requirements().stream().map(RequirementView::of).toList());
    }

    /** One skill, as it is shown. */
    record RequirementView(String skill, int level, int people) {

        static RequirementView of(SkillRequirement requirement) {
            return new RequirementView(requirement.skill(), requirement.level(), requirement.people());
        }
    }
}
