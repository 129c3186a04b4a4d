package org.customervaluesquads.metricsservice.experiments.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.metricsservice.database.Statements;

/** Which squads began from a playbook, and from the playbooks of those. */
@ApplicationScoped
public class Families {

    private static final int KIN_AT_MOST = 30;

    private static final String FAMILY = """
            WITH RECURSIVE kin (squad_id, generation) AS (
                (SELECT parent_id, min(generation) - 1 FROM squad_origin WHERE playbook_id = ? GROUP BY parent_id
                 UNION
                 SELECT squad_id, generation FROM squad_origin WHERE playbook_id = ?)
                UNION
                SELECT o.squad_id, o.generation
                FROM squad_origin o JOIN kin k ON o.parent_id = k.squad_id AND o.playbook_id <> ?
                WHERE k.generation >= (SELECT min(generation) FROM squad_origin WHERE playbook_id = ?))
            SELECT squad_id, min(generation) AS generation FROM kin GROUP BY squad_id ORDER BY 2, 1 LIMIT\s""" + KIN_AT_MOST;

    private final Statements statements;

    Families(Statements statements) {
        this.statements = statements;
    }

    /** A squad of the family. */
    public record Kin(String squadId, int generation) {}

    /** The squad whose playbook it is, and all who began from it; the first ones where they are many. */
    public List<Kin> of(String playbookId) {
        return StorableText.is(playbookId)
                ? statements.list(
                        FAMILY,
                        row -> new Kin(row.getString("squad_id"), row.getInt("generation")),
                        playbookId,
                        playbookId,
                        playbookId,
                        playbookId)
                : List.of();
    }
}
