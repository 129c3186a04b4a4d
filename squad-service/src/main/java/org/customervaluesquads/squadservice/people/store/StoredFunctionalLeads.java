package org.customervaluesquads.squadservice.people.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.customervaluesquads.squadservice.people.FunctionalLead;
import org.customervaluesquads.squadservice.people.FunctionalLeads;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Functional leads as the people in PostgreSQL name them. */
@ApplicationScoped
class StoredFunctionalLeads implements FunctionalLeads {

    private static final String PAGE = """
            select functional_lead, array_agg(distinct department), count(*) from person
            where functional_lead > :after group by functional_lead order by functional_lead limit :most""";

    private final Session database;

    StoredFunctionalLeads(Session database) {
        this.database = database;
    }

    @Override
    public List<FunctionalLead> page(@Nullable String after, int most) {
        List<Object[]> rows = database.createNativeQuery(PAGE, Object[].class)
                .setParameter("after", after == null ? "" : after)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row ->
                        new FunctionalLead((String) row[0], List.of((String[]) row[1]), ((Number) row[2]).longValue()))
                .toList();
    }
}
