package org.customervaluesquads.squadservice.skills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.Skill;
import org.customervaluesquads.squadservice.skills.RefinedSkill.Origin;
import org.junit.jupiter.api.Test;

class SkillCoverTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);
    private static final UUID EVE = new UUID(0, 3);
    private static final Map<UUID, List<Skill>> TEAM = new TreeMap<>(Map.of(
            ADA, List.of(new Skill("sql", 4), new Skill("design", 1)),
            BOB, List.of(new Skill("sql", 2)),
            EVE, List.of()));

    @Test
    void countsThoseWhoCanDoItWellEnough() {
        SkillCover cover = SkillCover.of(new SkillRequirement("sql", 3, 2), TEAM);

        assertThat(cover.meeting()).containsExactly(ADA);
        assertThat(cover.missing()).isEqualTo(1);
        assertThat(cover.nearest()).hasValue(2);
    }

    @Test
    void knowsNoNearestWhereNobodyCanDoIt() {
        SkillCover cover = SkillCover.of(new SkillRequirement("law", 1, 2), TEAM);

        assertThat(cover).isEqualTo(new SkillCover(cover.requirement(), List.of(), OptionalInt.empty()));
        assertThat(cover.missing()).isEqualTo(2);
    }

    @Test
    void lacksNothingWhereMoreThanEnoughCanDoIt() {
        assertThat(SkillCover.of(new SkillRequirement("sql", 1, 1), TEAM).missing())
                .isZero();
    }

    @Test
    void takesTheSquadsWordWhereItDiffers() {
        var central = List.of(
                new SkillRequirement("sql", 3, 2),
                new SkillRequirement("law", 2, 1),
                new SkillRequirement("design", 2, 1));
        var squad = List.of(
                new SkillRequirement("law", 2, 0),
                new SkillRequirement("sql", 5, 1),
                new SkillRequirement("thai", 3, 1));

        var refined = RefinedSkill.refine(central, squad);

        assertThat(refined)
                .containsExactly(
                        new RefinedSkill(new SkillRequirement("sql", 5, 1), Origin.SQUAD),
                        new RefinedSkill(new SkillRequirement("design", 2, 1), Origin.CENTRAL),
                        new RefinedSkill(new SkillRequirement("thai", 3, 1), Origin.SQUAD));
    }

    @Test
    void refinesTheCentralSkillsToJustThoseThatAreWanted() {
        var central = List.of(new SkillRequirement("sql", 3, 1), new SkillRequirement("pricing", 2, 1));
        var wanted = List.of(new SkillRequirement("pricing", 4, 2), new SkillRequirement("negotiation", 1, 1));

        var refined = RefinedSkill.refine(central, RefinedSkill.refinementTo(wanted, central));

        assertThat(refined).extracting(RefinedSkill::requirement).containsExactlyElementsOf(wanted);
    }
}
