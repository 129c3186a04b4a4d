package org.customervaluesquads.metricsservice.squads.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SquadPublished;
import org.customervaluesquads.contracts.SquadPublished.CostStep;
import org.customervaluesquads.contracts.SquadPublished.Mission;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.squads.Charter;
import org.customervaluesquads.metricsservice.squads.Squad;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A squad's row: what was last published of it, and how far its numbers have been brought. */
@Entity
@Table(name = "squad")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SquadRow {

    private static final String NO_MISSION = "{}";

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

    @JdbcTypeCode(SqlTypes.JSON)
    String mission;

    /** Where its days begin. */
    String zone;

    /** Days up to this one have been given their cost. */
    LocalDate costedThrough;

    /** Whether every hour of the squad is to be reckoned anew. */
    boolean touchedWholly;

    /** Whether it is being reckoned anew, and not all of its days are summed yet. */
    boolean summing;

    Instant restatedAt;

    /** The same, of weeks, months and rolling windows. */
    Instant longerRestatedAt;

    /** A squad of which nothing has been reckoned yet. */
    static SquadRow of(SquadPublished published, LocalDate today) {
        SquadRow row = new SquadRow();
        row.squadId = published.squadId();
        row.costedThrough = today;
        row.restatedAt = Instant.EPOCH;
        row.longerRestatedAt = Instant.EPOCH;
        row.zone = Calendar.UTC.zone().getId();
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

    /** Takes over a calendar, and touches the squad wholly when its days begin elsewhere now. */
    void keep(Calendar calendar) {
        touchedWholly |= !zone.equals(calendar.zone().getId());
        zone = calendar.zone().getId();
    }

    Charter charter() {
        Mission its = read(mission, Mission.class);
        return new Charter(name, stage, formedAt, its.outcomeMetric(), its.target(), its.dueOn());
    }

    Squad squad() {
        return new Squad(squadId, read(scope, Scope.class), readCosts(), new Calendar(ZoneId.of(zone)));
    }

    private List<CostStep> readCosts() {
        return List.of(read(costs, CostStep[].class));
    }

    private <T> T read(String part, Class<T> type) {
        try {
            return MessageJson.mapper().readValue(part, type);
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
        mission = published.mission() == null ? NO_MISSION : json(published.mission());
    }

    private static String json(Object part) {
        try {
            return MessageJson.mapper().writeValueAsString(part);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a squad that cannot be written", unwritable);
        }
    }
}
