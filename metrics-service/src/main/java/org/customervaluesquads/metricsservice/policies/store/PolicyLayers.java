package org.customervaluesquads.metricsservice.policies.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.policies.SquadPolicies;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.customervaluesquads.metricsservice.squads.store.KeepingSquads;
import org.customervaluesquads.metricsservice.squads.store.Squads;

/** The layers of policies as they were last published. */
@ApplicationScoped
public class PolicyLayers {

    private static final TypeReference<List<PolicyLayerPublished.Value>> VALUES = new TypeReference<>() {};
    private static final String GLOBAL = "global";
    private static final String REGION = "region";
    private static final String SQUAD = "squad";

    /** A squad that becomes known while a layer is kept is seen by the one or sees the other. */
    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('policies'))";

    private final Statements statements;
    private final Squads squads;
    private final KeepingSquads keepingSquads;

    PolicyLayers(Statements statements, Squads squads, KeepingSquads keepingSquads) {
        this.statements = statements;
        this.squads = squads;
        this.keepingSquads = keepingSquads;
    }

    /**
     * Keeps a layer if it is newer than what is kept, and has those squads reckoned anew whose days begin
     * elsewhere now.
     */
    @Transactional
    public void keep(PolicyLayerPublished layer) {
        statements.list(ALONE, row -> true);
        int changed =
                statements.execute("""
                INSERT INTO policy_layer AS kept (level, name, version, policy_values) VALUES (?, ?, ?, ?::jsonb)
                ON CONFLICT (level, name) DO UPDATE
                SET version = excluded.version, policy_values = excluded.policy_values
                WHERE kept.version < excluded.version
                """, layer.level(), layer.name(), layer.version(), JsonRows.of(layer.values()));
        if (changed > 0) {
            squads.all().stream().filter(squad -> concerns(layer, squad)).forEach(this::settle);
        }
    }

    /** Gives a squad that is new or changed the calendar that holds for it. */
    @Transactional
    public void settle(String squadId) {
        statements.list(ALONE, row -> true);
        squads.named(squadId).ifPresent(this::settle);
    }

    /**
     * Nearly always it is the calendar that it has, and then its row, which a reckoning may hold, is not waited
     * for.
     */
    private void settle(Squad squad) {
        Calendar calendar = of(squad).calendar();
        if (!calendar.equals(squad.calendar())) {
            keepingSquads.keepCalendar(squad.squadId(), calendar);
        }
    }

    /** What holds for a squad. */
    @Transactional
    public SquadPolicies of(Squad squad) {
        List<PolicyLayerPublished> layers = statements.list(
                """
                SELECT level, name, version, policy_values FROM policy_layer
                WHERE level = 'global' OR (level = 'region' AND name = ANY (?)) OR (level = 'squad' AND name = ?)
                """, PolicyLayers::layer, squad.scope().regions().toArray(String[]::new), squad.squadId());
        return SquadPolicies.of(
                values(layers, GLOBAL),
                layers.stream().filter(layer -> layer.level().equals(REGION)).toList(),
                squad.scope(),
                values(layers, SQUAD));
    }

    private static boolean concerns(PolicyLayerPublished layer, Squad squad) {
        return switch (layer.level()) {
            case REGION -> squad.scope().regions().contains(layer.name());
            case SQUAD -> squad.squadId().equals(layer.name());
            default -> true;
        };
    }

    private static List<PolicyLayerPublished.Value> values(List<PolicyLayerPublished> layers, String level) {
        return layers.stream()
                .filter(layer -> layer.level().equals(level))
                .flatMap(layer -> layer.values().stream())
                .toList();
    }

    private static PolicyLayerPublished layer(ResultSet row) throws SQLException {
        try {
            return new PolicyLayerPublished(
                    row.getString("level"),
                    row.getString("name"),
                    row.getLong("version"),
                    MessageJson.mapper().readValue(row.getString("policy_values"), VALUES),
                    Instant.EPOCH);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a layer of policies that cannot be read", unreadable);
        }
    }
}
