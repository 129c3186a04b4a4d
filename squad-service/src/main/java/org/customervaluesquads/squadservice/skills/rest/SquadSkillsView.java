package org.customervaluesquads.squadservice.skills.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.Skill;
import org.customervaluesquads.squadservice.skills.RefinedSkill;
import org.customervaluesquads.squadservice.skills.SkillCover;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.ValueArea;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a squad, as it is shown, and how its people meet it.
 *
 * @param missing how many people are missing over all skills
 */
record SquadSkillsView(UUID squadId, long version, ValueArea valueArea, int missing, List<CoverView> skills) {

    static SquadSkillsView of(Squad squad, List<RefinedSkill> asked, Map<UUID, List<Skill>> team) {
        List<CoverView> covers =
                asked.stream().map(skill -> CoverView.of(skill, team)).toList();
        return new SquadSkillsView(
                squad.id(),
                squad.version(),
                squad.charter().mission().valueArea(),
                covers.stream().mapToInt(CoverView::missing).sum(),
                covers);
    }

    /**
     * How one skill is met.
     *
     * @param nearest the highest level of those who cannot do it well enough
     */
    record CoverView(
            String skill,
            int level,
            int people,
            RefinedSkill.Origin origin,
            int have,
            int missing,
            @Nullable Integer nearest,
            List<UUID> meeting) {

        static CoverView of(RefinedSkill asked, Map<UUID, List<Skill>> team) {
            SkillCover cover = SkillCover.of(asked.requirement(), team);
            return new CoverView(
                    cover.requirement().skill(),
                    cover.requirement().level(),
                    cover.requirement().people(),
                    asked.origin(),
                    cover.meeting().size(),
                    cover.missing(),
                    cover.nearest().isPresent() ? cover.nearest().getAsInt() : null,
                    cover.meeting());
        }
    }
}
