package org.customervaluesquads.metricsservice.squads;

import java.util.List;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SquadPublished.CostStep;
import org.customervaluesquads.metricsservice.calendars.Calendar;

/** A squad as a view: which facts are its own, what its people cost, and where its days begin. */
public record Squad(String squadId, Scope scope, List<CostStep> costs, Calendar calendar) {

    /** A squad for which no time zone is set. */
    public Squad(String squadId, Scope scope, List<CostStep> costs) {
        this(squadId, scope, costs, Calendar.UTC);
    }
}
