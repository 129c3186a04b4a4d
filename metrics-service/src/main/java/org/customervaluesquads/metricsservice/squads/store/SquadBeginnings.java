package org.customervaluesquads.metricsservice.squads.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.problems.UnknownSquad;
import org.customervaluesquads.metricsservice.squads.Begun;

/** Since when each squad has been, and where; disbanded ones too, since what they did remains. */
@ApplicationScoped
public class SquadBeginnings {

    private final Statements statements;

    SquadBeginnings(Statements statements) {
        this.statements = statements;
    }

    /** All squads by id. */
    public Map<String, Begun> all() {
        Map<String, Begun> squads = new LinkedHashMap<>();
        statements.each("SELECT squad_id, scope, formed_at FROM squad ORDER BY squad_id", row -> {
            String id = row.getString("squad_id");
            squads.put(id, new Begun(id, scope(row.getString("scope")), JsonRows.instant(row, "formed_at")));
        });
        return squads;
    }

    /**
     * One of them.
     *
     * @throws UnknownSquad where there is none of that id
     */
    public static Begun named(String squadId, Map<String, Begun> squads) {
        Begun squad = squads.get(squadId);
        if (squad == null) {
            throw new UnknownSquad(squadId);
        }
        return squad;
    }

    private static Scope scope(String json) {
        try {
            return MessageJson.mapper().readValue(json, Scope.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a squad's scope that cannot be read", unreadable);
        }
    }
}
