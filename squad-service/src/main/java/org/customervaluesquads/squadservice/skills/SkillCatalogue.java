package org.customervaluesquads.squadservice.skills;

import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.ValueArea;
import org.jspecify.annotations.Nullable;

/** Which skills are asked for, and which there are. */
public interface SkillCatalogue {

    /** What the central team asks for in a value area. */
    RequiredSkills required(ValueArea valueArea);

    /** The same, which nobody else can change before the transaction has ended. */
    RequiredSkills hold(ValueArea valueArea);

    /** Keeps what the central team asks for in place of what it asked for. */
    void replace(RequiredSkills required);

    /** In what a squad differs from the central team. */
    List<SkillRequirement> refinements(UUID squadId);

    /** Keeps in what a squad differs in place of what it said before; whoever calls holds the squad. */
    void refine(UUID squadId, List<SkillRequirement> refinements);

    /** At most so many skills that people have, in order of their names, beginning after one of them. */
    List<KnownSkill> known(@Nullable String after, int most);

    /** What is asked of a squad: the central team's list as the squad refines it. */
    default List<RefinedSkill> askedOf(Squad squad) {
        return RefinedSkill.refine(
                required(squad.charter().mission().valueArea()).requirements(), refinements(squad.id()));
    }
}
