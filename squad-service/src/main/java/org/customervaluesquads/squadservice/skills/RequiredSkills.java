package org.customervaluesquads.squadservice.skills;

import java.util.List;
import org.customervaluesquads.squadservice.squads.ValueArea;

/**
 * What the central team asks of every squad of a value area.
 *
 * @param version rises by one with each change
 * @param requirements each skill once
 */
public record RequiredSkills(ValueArea valueArea, long version, List<SkillRequirement> requirements) {

    /** Takes a copy of the requirements. */
    public RequiredSkills {
        requirements = List.copyOf(requirements);
    }

    /** The same with other requirements. */
    public RequiredSkills changed(List<SkillRequirement> others) {
        return others.equals(requirements) ? this : new RequiredSkills(valueArea, version + 1, others);
    }
}
