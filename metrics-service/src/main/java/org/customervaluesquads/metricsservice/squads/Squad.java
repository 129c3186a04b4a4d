package org.customervaluesquads.metricsservice.squads;

import java.util.List;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SquadPublished.CostStep;

/** A squad as a view: which facts are its own, and what its people cost. */
public record Squad(String squadId, Scope scope, List<CostStep> costs) {}
