package org.customervaluesquads.squadservice.skills.store;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.IntStream;
import org.customervaluesquads.squadservice.skills.SkillRequirement;

/** Requirements as three arrays of one length. */
@Embeddable
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RequirementColumns {

    String[] skills;
    int[] levels;
    int[] people;

    static RequirementColumns of(List<SkillRequirement> requirements) {
        RequirementColumns columns = new RequirementColumns();
        columns.skills = requirements.stream().map(SkillRequirement::skill).toArray(String[]::new);
        columns.levels = requirements.stream().mapToInt(SkillRequirement::level).toArray();
        columns.people =
                requirements.stream().mapToInt(SkillRequirement::people).toArray();
        return columns;
    }

    List<SkillRequirement> requirements() {
        return IntStream.range(0, skills.length)
                .mapToObj(place -> new SkillRequirement(skills[place], levels[place], people[place]))
                .toList();
    }
}
