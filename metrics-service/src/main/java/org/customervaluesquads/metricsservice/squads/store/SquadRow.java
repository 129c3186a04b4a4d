package org.customervaluesquads.metricsservice.squads.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.SquadPublished.CostStep;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A squad's row: what was last published of it, and how far its numbers have been brought. */
@Entity
@Table(name = "squad")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SquadRow {

    private static final TypeReference<List<CostStep>> COST_STEPS = new TypeReference<>() {};

    @Id
    String squadId;

    long version;
    String name;
    String stage;
    Instant formedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    String scope;

    @JdbcTypeCode(SqlTypes.JSON)
    String costs;

    /** Days up to this one have been given their cost. */
    LocalDate costedThrough;

    /** Whether every hour of the squad is to be reckoned anew. */
    boolean touchedWholly;

    Instant restatedAt;

    /** A squad of which nothing has been reckoned yet. */
    static SquadRow of(SquadPublished published, LocalDate today) {
        SquadRow row = new SquadRow();
        row.squadId = published.squadId();
        row.costedThrough = today;
        row.restatedAt = Instant.EPOCH;
        row.touchedWholly = true;
        row.take(published);
        return row;
    }

    /** Takes over what was published, and touches the squad wholly when other facts or costs are its own now. */
    void change(SquadPublished published) {
        Squad before = squad();
        take(published);
        touchedWholly |= !before.equals(squad());
    }

    Squad squad() {
        try {
            return new Squad(
                    squadId,
                    MessageJson.mapper().readValue(scope, Scope.class),
                    MessageJson.mapper().readValue(costs, COST_STEPS));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a squad's row that cannot be read: " + squadId, unreadable);
        }
    }

    private void take(SquadPublished published) {
        version = published.version();
        name = published.name();
        stage = published.stage();
        formedAt = published.formedAt();
        scope = json(published.scope());
        costs = json(published.costs());
    }

    private static String json(Object part) {
        try {
            return MessageJson.mapper().writeValueAsString(part);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a squad that cannot be written", unwritable);
        }
    }
}
