package org.customervaluesquads.squadservice.skills.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.skills.KnownSkill;
import org.customervaluesquads.squadservice.skills.RequiredSkills;
import org.customervaluesquads.squadservice.skills.SkillCatalogue;
import org.customervaluesquads.squadservice.skills.SkillRequirement;
import org.customervaluesquads.squadservice.squads.ValueArea;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The skills asked for and had, in PostgreSQL. */
@ApplicationScoped
class StoredSkillCatalogue implements SkillCatalogue {

    private static final String KNOWN = """
            select skill, count(*), count(*) filter (where level >= 4), avg(level) from person_skill
            where skill > :after group by skill order by skill limit :most""";

    private final Session database;

    StoredSkillCatalogue(Session database) {
        this.database = database;
    }

    @Override
    public RequiredSkills required(ValueArea valueArea) {
        return database.find(RequiredSkillsRow.class, valueArea).required();
    }

    @Override
    public RequiredSkills hold(ValueArea valueArea) {
        return database.find(RequiredSkillsRow.class, valueArea, LockModeType.PESSIMISTIC_WRITE)
                .required();
    }

    @Override
    public void replace(RequiredSkills required) {
        database.find(RequiredSkillsRow.class, required.valueArea()).take(required);
    }

    @Override
    public List<SkillRequirement> refinements(UUID squadId) {
        SquadSkillsRow row = database.find(SquadSkillsRow.class, squadId);
        return row == null ? List.of() : row.asked.requirements();
    }

    @Override
    public void refine(UUID squadId, List<SkillRequirement> refinements) {
        SquadSkillsRow row = new SquadSkillsRow();
        row.squadId = squadId;
        row.asked = RequirementColumns.of(refinements);
        database.merge(row);
    }

    @Override
    public List<KnownSkill> known(@Nullable String after, int most) {
        List<Object[]> rows = database.createNativeQuery(KNOWN, Object[].class)
                .setParameter("after", after == null ? "" : after)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new KnownSkill(
                        (String) row[0],
                        ((Number) row[1]).longValue(),
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).doubleValue()))
                .toList();
    }
}
