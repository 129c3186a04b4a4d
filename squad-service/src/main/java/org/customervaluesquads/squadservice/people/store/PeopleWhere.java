package org.customervaluesquads.squadservice.people.store;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.PeopleFilter;
import org.jspecify.annotations.Nullable;

/** The condition of a query for the people who are wanted, with its parameters. */
record PeopleWhere(String text, Map<String, Object> parameters) {

    static PeopleWhere of(PeopleFilter filter, @Nullable UUID after) {
        PeopleWhere where = new PeopleWhere("1 = 1", Map.of())
                .and("id > :after", "after", after)
                .and("department = :department", "department", filter.department())
                .and("region = :region", "region", filter.region())
                .and("functionalLead = :lead", "lead", filter.functionalLead());
        return filter.skill() == null
                ? where
                : where.and(
                                "id in (select personId from SkillRow where skill = :skill and level >= :level)",
                                "skill",
                                filter.skill())
                        .and("1 = 1", "level", filter.level());
    }

    private PeopleWhere and(String condition, String parameter, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(parameter, value);
        return new PeopleWhere(text + " and " + condition, more);
    }
}
