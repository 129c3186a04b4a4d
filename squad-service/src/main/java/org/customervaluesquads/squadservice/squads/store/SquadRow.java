package org.customervaluesquads.squadservice.squads.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.squadservice.squads.Charter;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Mission;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Stage;
import org.customervaluesquads.squadservice.squads.ValueArea;
import org.jspecify.annotations.Nullable;

/** A squad without its people, in the table {@code squad}. */
@Entity
@Table(name = "squad")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SquadRow {

    @Id
    UUID id;

    long version;
    String name;

    @Enumerated(EnumType.STRING)
    Stage stage;

    @Column(name = "value_area")
    @Enumerated(EnumType.STRING)
    ValueArea valueArea;

    String goal;

    @Column(name = "outcome_metric")
    @Nullable
    String outcomeMetric;

    @Nullable
    BigDecimal target;

    @Column(name = "due_on")
    @Nullable
    LocalDate dueOn;

    String[] regions;
    String[] segments;
    String[] accounts;
    String[] products;
    String[] channels;

    @Column(name = "formed_at")
    Instant formedAt;

    @Column(name = "changed_at")
    Instant changedAt;

    void take(Squad squad) {
        id = squad.id();
        version = squad.version();
        stage = squad.stage();
        formedAt = squad.formedAt();
        changedAt = squad.changedAt();
        name = squad.charter().name();
        take(squad.charter().mission());
        take(squad.charter().scope());
    }

    private void take(Mission mission) {
        valueArea = mission.valueArea();
        goal = mission.goal();
        outcomeMetric = mission.outcomeMetric();
        target = mission.target();
        dueOn = mission.dueOn();
    }

    private void take(Scope scope) {
        regions = array(scope.regions());
        segments = array(scope.segments());
        accounts = array(scope.accounts());
        products = array(scope.products());
        channels = array(scope.channels());
    }

    Squad squad(List<Membership> memberships) {
        Mission mission = new Mission(valueArea, goal, outcomeMetric, target, dueOn);
        Scope scope =
                new Scope(Set.of(regions), Set.of(segments), Set.of(accounts), Set.of(products), Set.of(channels));
        return new Squad(id, version, new Charter(name, mission, scope), stage, memberships, formedAt, changedAt);
    }

    private static String[] array(Set<String> values) {
        return values.toArray(String[]::new);
    }
}
